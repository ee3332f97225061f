import { describe, expect, it } from 'vitest'
import type { PageDocument, PageNode } from '../schemas/page'
import type { RulesDocument } from '../schemas/rules'
import { renderPage, type RenderWish } from './renderPage'

const rules: RulesDocument = {
  format: 1, prizes: {}, plays: {},
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-09T00:00:00+08:00', phases: [] },
}
const wish: RenderWish = { slug: 'spring', release: 'r1', locale: 'zh-CN', phase: null, rules, publicUrl: 'https://a.example', assets: (reference) => `/assets/${reference.slice(6)}` }

function node(type: string, id: string, props: PageNode['props'] = {}, more: Partial<PageNode> = {}): PageNode {
  return { id, type, v: 0, parent: 'root', order: `a${id}`, props, ...more }
}

function page(...nodes: PageNode[]): PageDocument {
  const all = [{ ...node('page', 'root'), parent: null }, ...nodes]
  return { format: 1, title: '新年', locale: 'zh-CN', theme: { preset: 'festive' }, nodes: Object.fromEntries(all.map((one) => [one.id, one])) }
}

describe('a published page', () => {
  it('draws its nodes in their order, in one language', () => {
    const { html } = renderPage(page(node('text', 'b', { text: { 'zh-CN': '二', 'en': 'two' } }), node('text', 'a', { text: '一' })), wish)
    expect(html).toContain('<div class="w-text" data-n="a"><p class="txt txt-body">一</p></div><div class="w-text" data-n="b"><p class="txt txt-body">二</p></div>')
    expect(html).not.toContain('two')
  })
  it('has no script while nothing on it is awake', () => {
    const { html, csp } = renderPage(page(node('text', 'a', { text: '一' })), wish)
    expect(html).not.toContain('<script')
    expect(csp).toContain("script-src 'none'")
  })
})
