import type { PageDocument, PageNode } from '../schemas/page'
import type { RulesDocument } from '../schemas/rules'
import type { RenderWish } from '../renderer/renderPage'

/** A small rules document: one week, no phases but those given. */
export function testRules(phases: RulesDocument['schedule']['phases'] = []): RulesDocument {
  return {
    format: 1,
    prizes: {},
    plays: {},
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00', phases },
  }
}

/** A node directly on the page; nodes stand in the order of their ids. */
export function node(type: string, id: string, props: PageNode['props'] = {}, more: Partial<PageNode> = {}): PageNode {
  return { id, type, v: 0, parent: 'root', order: `a${id}`, props, ...more }
}

export function page(...nodes: readonly PageNode[]): PageDocument {
  const all = [{ ...node('page', 'root'), parent: null }, ...nodes]
  return { format: 1, title: '新年', locale: 'zh-CN', theme: { preset: 'festive' }, nodes: Object.fromEntries(all.map((one) => [one.id, one])) }
}

export function testWish(more: Partial<RenderWish> = {}): RenderWish {
  return {
    slug: 'spring',
    release: 'r1',
    locale: 'zh-CN',
    phase: null,
    rules: testRules(),
    publicUrl: '',
    assets: (reference) => `/assets/${reference.slice(6)}?w=750`,
    ...more,
  }
}
