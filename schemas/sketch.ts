import { ordersBetween } from './order'
import { pageFormat, rootId, type PageDocument, type PageNode } from './page'

/** A node with what stands in it, before it has a place. */
export interface Sketch {
  readonly node: Omit<PageNode, 'parent' | 'order'>
  readonly children: readonly Sketch[]
}

export type SketchFields = Partial<Omit<PageNode, 'id' | 'type' | 'parent' | 'order'>>

/** Describes pages as they are read, children inside: `node('section', 's', {}, node('text', 'a'))`. */
export function node(type: string, id: string, fields: SketchFields = {}, ...children: readonly Sketch[]): Sketch {
  return { node: { v: 0, props: {}, ...fields, id, type }, children }
}

/** The page document that sketches describe, its nodes in their order. */
export function pageOf(about: Omit<PageDocument, 'format' | 'nodes'>, root: SketchFields, sketches: readonly Sketch[]): PageDocument {
  const nodes: { [id: string]: PageNode } = { [rootId]: { v: 0, props: {}, ...root, id: rootId, type: 'page', parent: null, order: 'a0' } }
  place(sketches, rootId, nodes)
  return { ...about, format: pageFormat, nodes }
}

function place(sketches: readonly Sketch[], parent: string, nodes: { [id: string]: PageNode }): void {
  const orders = ordersBetween(null, null, sketches.length)
  sketches.forEach(({ node: described, children }, i) => {
    nodes[described.id] = { ...described, parent, order: orders[i]! }
    place(children, described.id, nodes)
  })
}
