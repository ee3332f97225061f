import { describe, expect, it } from 'vitest'
import { nodeAt, pageAt, phasesNamed } from './atPhase'
import { diffDocuments } from './diff'
import { describePage } from './describe'
import { migrateNode } from './migrate'
import { schema } from './schema'
import { node, page } from './testing/documents'
import { defineWidget } from './widget'

const document = page(
  node('text', 'a', { props: { text: 'one', size: 1 }, byPhase: { preheat: { props: { text: 'soon' } }, peak: { props: { text: 'now', size: 9 } } } }),
  node('text', 'b', { props: { text: 'two' }, when: { phase: ['peak'] } }),
)

describe('a page in a phase', () => {
  it('has the props of that phase, and all others as they are', () => {
    expect(pageAt(document, ['preheat']).nodes['a']!.props).toEqual({ text: 'soon', size: 1 })
    expect(pageAt(document, ['preheat', 'peak']).nodes['a']!.props).toEqual({ text: 'now', size: 9 })
  })
  it('is the very same document where the phase changes nothing', () => {
    expect(pageAt(document, ['wind-down'])).toBe(document)
    expect(pageAt(document, [])).toBe(document)
    expect(nodeAt(document.nodes['b']!, ['peak'])).toBe(document.nodes['b'])
  })
  it('names every phase that it is different in', () => {
    expect([...phasesNamed(document.nodes)].sort()).toEqual(['peak', 'preheat'])
  })
})

it('an older widget’s props of a phase are raised with the node’s own, and only what differs stays', () => {
  const text = defineWidget({
    type: 'text',
    title: { zh: '字', en: 'Text' },
    group: 'content',
    icon: 'type',
    props: schema({ type: 'object' }),
    defaults: {},
    migrations: [{ name: 'rem-to-px', up: ({ rem, ...rest }) => ({ ...rest, px: Number(rem) * 16 }) }],
  })
  const old = page(node('text', 'a', { props: { rem: 1, text: 'x' }, byPhase: { peak: { props: { rem: 2 } }, preheat: { props: { text: 'y' } } } })).nodes['a']!
  const raised = migrateNode(old, text)
  expect(raised.props).toEqual({ px: 16, text: 'x' })
  expect(raised.byPhase).toEqual({ peak: { props: { px: 32 } }, preheat: { props: { text: 'y' } } })
})

it('a change of one phase is told by its name', () => {
  const before = page(node('text', 'a', { props: { text: 'x' } }))
  const after = page(node('text', 'a', { props: { text: 'x' }, byPhase: { peak: { props: { text: 'y' } } } }))
  expect(diffDocuments(before, after)).toHaveLength(1)
  expect(describePage(before, after, {}).map(({ text }) => text.zh)).toEqual(['修改“text”：按阶段的设置'])
  const later = page(node('text', 'a', { props: { text: 'x' }, byPhase: { peak: { props: { text: 'z' } } } }))
  expect(describePage(after, later, {}).map(({ text }) => text.en)).toEqual(['Changed “text”: settings for the phase “peak”'])
})
