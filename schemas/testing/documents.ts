import type { PageDocument, PageNode } from '../page'
import { ordersBetween } from '../order'
import type { RulesDocument } from '../rules'

/** A little language for documents in tests: `page(node('text', 'a'), node('section', 's', {}, node('text', 'b')))`. */
export interface Sketch {
  readonly node: Omit<PageNode, 'parent' | 'order'>
  readonly children: readonly Sketch[]
}

export function node(type: string, id: string, fields: Partial<Omit<PageNode, 'id' | 'type'>> = {}, ...children: readonly Sketch[]): Sketch {
  return { node: { v: 0, props: {}, ...fields, id, type }, children }
}

export function page(...sketches: readonly Sketch[]): PageDocument {
  const nodes: { [id: string]: PageNode } = { root: { id: 'root', type: 'page', v: 0, parent: null, order: 'a0', props: {} } }
  place(sketches, 'root', nodes)
  return { format: 1, title: 'A page', locale: 'zh-CN', theme: { preset: 'festive' }, nodes }
}

function place(sketches: readonly Sketch[], parent: string, nodes: { [id: string]: PageNode }): void {
  const orders = ordersBetween(null, null, sketches.length)
  sketches.forEach((sketch, i) => {
    nodes[sketch.node.id] = { ...sketch.node, parent, order: orders[i]! }
    place(sketch.children, sketch.node.id, nodes)
  })
}

export function rules(plays: RulesDocument['plays'] = {}, more: Partial<RulesDocument> = {}): RulesDocument {
  return {
    format: 1,
    schedule: {
      timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00',
      phases: [
        { id: 'preheat', kind: 'preheat', title: '预热', startsAt: '2025-12-25T00:00:00+08:00', endsAt: '2026-01-01T00:00:00+08:00' },
        { id: 'peak', kind: 'peak', title: '高潮', startsAt: '2026-01-02T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00' },
      ],
    },
    prizes: {},
    plays,
    ...more,
  }
}
