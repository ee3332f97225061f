import { expect, it } from 'vitest'
import { describePage, describeRules } from './describe'
import type { RulesDocument } from './rules'
import { schema } from './schema'
import { node, page, rules } from './testing/documents'
import { defineWidget } from './widget'

const specs = {
  text: defineWidget({
    type: 'text',
    title: { zh: '文字', en: 'Text' },
    group: 'content',
    icon: 'type',
    defaults: {},
    props: schema({ type: 'object', properties: { size: { type: 'integer', title: { zh: '字号', en: 'Size' } } } }),
  }),
}

it('tells what happened to each node, in both languages', () => {
  const before = page(node('text', 'a', { props: { size: 1 } }), node('text', 'b'), node('text', 'gone', { name: '旧标题' }))
  const after = { ...page(node('text', 'b'), node('text', 'a', { props: { size: 2 } }), node('text', 'new')), title: 'Another' }
  const told = describePage(before, after, specs)
  expect(told.map(({ node: id, text }) => [id, text.zh])).toEqual([
    [undefined, '修改页面标题'],
    ['a', '修改“文字”：字号、位置'],
    ['b', '移动“文字”'],
    ['gone', '删除“旧标题”'],
    ['new', '新增“文字”'],
  ])
  expect(told.find(({ node: id }) => id === 'a')?.text.en).toBe('Changed “Text”: Size, place')
})

it('says nothing of pages that say the same', () => {
  expect(describePage(page(node('text', 'a')), page(node('text', 'a')), specs)).toEqual([])
})

it('tells how a change of rules treats visitors', () => {
  const cup = { title: '保温杯', type: 'physical' as const, stock: 10 }
  const before = rules({}, { prizes: { cup, mat: cup } })
  const after: RulesDocument = {
    ...before,
    schedule: { ...before.schedule, endsAt: '2026-01-08T00:00:00+08:00' },
    prizes: { cup: { ...cup, stock: 20 }, mat: { ...cup, stock: 5 } },
  }
  expect(describeRules(before, after, {}).map((change) => [change.class, change.text.zh])).toEqual([
    ['adverse', '提前结束'],
    ['favourable', '增加库存：“保温杯”'],
    ['adverse', '减少库存：“保温杯”'],
  ])
})

it('tells a condition in words, and segments that came, went or changed', () => {
  const before = page(node('text', 'a'), node('text', 'b', { when: { segment: ['vip'] } }))
  const when = { segment: ['vip', 'far'], play: [{ play: 'draw', is: ['won' as const] }], visitor: 'new' as const, not: { channel: ['sms'] } }
  const after = page(node('text', 'a', { when }), node('text', 'b'))
  expect(describePage(before, after, specs).map(({ text }) => text)).toEqual([
    {
      zh: '修改“文字”：显示条件（人群为vip或far；玩法“draw”为已中奖；访客今日首次来访；渠道不为sms）',
      en: 'Changed “Text”: visibility (Segment is vip or far; “draw” is won; Visitor first came today; Channel is not sms)',
    },
    { zh: '修改“文字”：显示条件（总是显示）', en: 'Changed “Text”: visibility (always)' },
  ])
  const segment = (title: string) => ({ title, match: 'all' as const, tests: [] })
  const old = rules({}, { segments: { a: segment('A'), b: segment('B') } })
  const now = rules({}, { segments: { b: segment('Bee'), c: segment('C') } })
  expect(describeRules(old, now, {}).map((change) => [change.class, change.text.en])).toEqual([
    ['neutral', 'Removed the segment “A”'],
    ['neutral', 'Changed the segment “Bee”'],
    ['neutral', 'Added the segment “C”'],
  ])
})
