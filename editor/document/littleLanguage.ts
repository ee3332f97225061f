import { ordersBetween } from '../../schemas/order'
import { pageFormat, rootId, type PageDocument, type PageNode } from '../../schemas/page'
import { defineWidget, type WidgetSpec } from '../../schemas/widget'
import type { Specs } from './placing'

/** A branch of a page as tests write it. */
export interface Branch {
  readonly node: PageNode
  readonly kids: readonly Branch[]
}

/** `node('text', 'a')`; a third argument gives more of its record, further ones what it holds. */
export function node(type: string, id: string, more: Partial<PageNode> = {}, ...kids: Branch[]): Branch {
  return { node: { id, type, v: 0, parent: null, order: 'a0', props: {}, ...more }, kids }
}

/** `page(node('text', 'a'), node('box', 'b', {}, node('text', 'c')))`: a whole document. */
export function page(...branches: Branch[]): PageDocument {
  const nodes: { [id: string]: PageNode } = {}
  const plant = (parent: string | null, kids: readonly Branch[]): void => {
    const orders = ordersBetween(null, null, kids.length)
    kids.forEach((branch, i) => {
      nodes[branch.node.id] = { ...branch.node, parent, order: orders[i]! }
      plant(branch.node.id, branch.kids)
    })
  }
  plant(null, [node('page', rootId, {}, ...branches)])
  return { format: pageFormat, title: 'Test', locale: 'en', theme: { preset: 'festive' }, nodes }
}

function spec(type: string, more: Partial<WidgetSpec> = {}): WidgetSpec {
  const title = { zh: type, en: type }
  return defineWidget({ type, title, group: 'content', icon: 'Box', props: { type: 'object' }, defaults: {}, ...more })
}

/** A few widgets: `text` holds nothing, `box` anything (in flow or freely), `list` only texts, `popup` stands on the page only. */
export const littleSpecs: Specs = {
  text: spec('text', { size: { w: 100, h: 40 } }),
  box: spec('box', { contains: { accepts: 'any', layouts: ['flow', 'free'] } }),
  list: spec('list', { contains: { accepts: ['text'], layouts: ['flow'] } }),
  popup: spec('popup', { within: 'page', contains: { accepts: 'any', layouts: ['flow'] } }),
}
