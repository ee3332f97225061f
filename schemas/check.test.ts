import { describe, expect, it } from 'vitest'
import { createChecker } from './check'
import { compileValidators, createAjv } from './compile'
import type { Action, PageDocument, PageNode } from './page'
import { definePlay, type PlayKind } from './play'
import type { PlayRules } from './rules'
import { schema } from './schema'
import { node, page, rules } from './testing/documents'
import { defineWidget } from './widget'

const title = { zh: '字', en: 'Text' }
const specs = {
  page: defineWidget({
    type: 'page',
    title,
    group: 'layout',
    icon: 'file',
    props: schema({ type: 'object' }),
    defaults: {},
    contains: { accepts: 'any', layouts: ['flow'] },
  }),
  text: defineWidget({
    type: 'text',
    title,
    group: 'content',
    icon: 'type',
    defaults: {},
    props: schema({ type: 'object', additionalProperties: false, required: ['size'], properties: { size: { type: 'integer', minimum: 1 } } }),
  }),
  wheel: defineWidget({ type: 'wheel', title, group: 'game', icon: 'disc', defaults: {}, shows: 'coin', props: schema({ type: 'object' }), within: 'page' }),
  box: defineWidget({
    type: 'box',
    title,
    group: 'layout',
    icon: 'square',
    defaults: {},
    props: schema({ type: 'object' }),
    contains: { accepts: ['text'], layouts: ['flow'] },
  }),
}
const coin: PlayKind = definePlay<PlayRules>({
  kind: 'coin',
  title,
  defaults: { kind: 'coin', title: '' },
  schema: schema({
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'title'],
    properties: { kind: { const: 'coin' }, title: { type: 'string' }, phases: { type: 'array', items: { type: 'string' } } },
  }),
  actions: { toss: { title, input: schema({ type: 'object' }), by: 'visitor' } },
  reads: () => ({}),
  decide: () => ({ result: null, effects: [] }),
  publicReads: () => ({}),
  publicView: () => null,
  mineReads: () => ({}),
  mineView: () => null,
  check: () => [{ path: '/title', message: title, severity: 'warning' }],
  changes: () => [],
})
const kinds = { coin }
const checker = createChecker({ specs, kinds, validators: compileValidators(specs, kinds) })
const found = (problems: ReturnType<typeof checker.page>): string[] => problems.map(({ node: id, path, severity }) => `${severity} ${id ?? ''}${path}`)

describe('a page', () => {
  it('is sound with known widgets and admitted props', () => {
    expect(checker.page(page(node('text', 'a', { props: { size: 12 } })))).toEqual([])
  })
  it('names node and path of a prop that is not admitted', () => {
    expect(found(checker.page(page(node('text', 'a', { props: { size: 0 } }))))).toEqual(['error a/props/size'])
    expect(found(checker.page(page(node('text', 'a'))))).toEqual(['error a/props/size'])
  })
  it('looks again only at the props of nodes that are others, and finds the same', () => {
    const validators = compileValidators(specs, kinds)
    const looked: unknown[] = []
    const admit = validators.widgets['text']!
    const text: typeof admit = (props) => (looked.push(props), admit(props))
    const again = createChecker({ specs, kinds, validators: { ...validators, widgets: { ...validators.widgets, text } } })
    const first = page(node('text', 'a', { props: { size: 0 } }), node('text', 'b', { props: { size: 1 } }))
    const before = again.page(first)
    expect(again.page({ ...first, nodes: { ...first.nodes, b: { ...first.nodes['b']!, props: { size: 2 } } } })).toEqual(before)
    expect(looked).toEqual([{ size: 0 }, { size: 1 }, { size: 2 }])
    expect(found(before)).toEqual(['error a/props/size'])
  })
  it('names node, phase and path of a phase’s prop that is not admitted, once', () => {
    const of = (size: unknown, byPhase: PageNode['byPhase']) => found(checker.page(page(node('text', 'a', { props: { size }, byPhase: byPhase! }))))
    expect(of(12, { peak: { props: { size: 0 } }, preheat: { props: { size: 3 } } })).toEqual(['error a/byPhase/peak/props/size'])
    expect(of(0, { peak: { props: {} } })).toEqual(['error a/props/size'])
  })
  it('keeps unknown widgets and unknown props, with a warning', () => {
    expect(found(checker.page(page(node('hologram', 'h', { props: { depth: 3 } }), node('text', 'a', { props: { size: 1, glow: true } }))))).toEqual([
      'warning h/type',
      'warning a/props/glow',
    ])
  })
  it('refuses nodes in themselves, without parents, or where they may not stand', () => {
    const sound = page(node('box', 'b', {}, node('wheel', 'w')), node('text', 't', { props: { size: 1 } }))
    expect(found(checker.page(sound))).toEqual(['error w/parent'])
    const { b, t } = sound.nodes as Required<typeof sound.nodes>
    const broken: PageDocument = { ...sound, nodes: { root: sound.nodes['root']!, b: { ...b!, parent: 'b' }, t: { ...t!, parent: 'gone' } } }
    expect(found(checker.page(broken))).toEqual(['error b/parent', 'error t/parent'])
  })
  it('points out actions whose target is gone', () => {
    expect(found(checker.page(page(node('text', 'a', { props: { size: 1 }, on: { tap: [{ do: 'open', target: 'gone' }] } }))))).toEqual([
      'error a/on/tap/0/target',
    ])
  })
  it('points out what cannot be dialled or shown', () => {
    const of = (...tap: Action[]) => found(checker.page(page(node('text', 'a', { props: { size: 1 }, on: { tap } }))))
    expect(of({ do: 'call', tel: '+86 (400) 800-1234' }, { do: 'call', tel: '*100#' }, { do: 'toggle', target: 'a', to: 'hidden' })).toEqual([])
    expect(of({ do: 'call', tel: '12' }, { do: 'call', tel: 'javascript:1' }, { do: 'toggle', target: 'gone' })).toEqual([
      'error a/on/tap/0/tel',
      'error a/on/tap/1/tel',
      'error a/on/tap/2/target',
    ])
  })
  it('lets a variable hold a text, a number or a switch, and nothing else', () => {
    const of = (value: unknown) => found(checker.structure('page', page(node('text', 'a', { on: { tap: [{ do: 'set', name: 'n', value } as Action] } }))))
    expect(['x', 1, false].flatMap(of)).toEqual([])
    expect(of(null)).toEqual(['error a/on/tap/0/value'])
  })
  it('reports one mistake of a tagged choice once', () => {
    expect(found(checker.structure('page', page(node('text', 'a', { on: { tap: [{ do: 'open' } as never] } }))))).toEqual(['error a/on/tap/0/target'])
  })
  it.each([null, [], 7, 'x', {}, { format: 2 }])('is not %j', (document) => {
    expect(checker.structure('page', document).length).toBeGreaterThan(0)
  })
})

describe('rules', () => {
  const of = (schedule: object): string[] => found(checker.rules({ ...rules(), schedule: { ...rules().schedule, ...schedule } }))
  it('need a real time zone and an end after the start', () => {
    expect(of({ timeZone: 'Mars/Olympus' })).toEqual(['error /schedule/timeZone'])
    expect(of({ endsAt: '2026-01-01T00:00:00+08:00' })).toEqual(['error /schedule/endsAt'])
  })
  it('keep unknown kinds with a warning, and show what a kind itself finds under the play', () => {
    expect(found(checker.rules(rules({ x: { kind: 'quantum', title: '' }, c: { kind: 'coin', title: '' } })))).toEqual([
      'warning /plays/x/kind',
      'warning /plays/c/title',
    ])
  })
  it('name phases that exist', () => {
    expect(found(checker.rules(rules({ c: { kind: 'coin', title: '', phases: ['peak', 'never'] } })))[0]).toBe('error /plays/c/phases')
  })
})

describe('a release', () => {
  it('points out conditions that name what does not exist, by node and path', () => {
    const of = (when: NonNullable<PageNode['when']>, ...others: ReturnType<typeof node>[]) =>
      found(
        checker
          .release(page(node('text', 'a', { props: { size: 1 }, when }), ...others), {
            ...rules({ c: { kind: 'coin', title: '' } }),
            segments: { vip: { title: 'VIP', match: 'all', tests: [{ of: 'member', is: true }] } },
          })
          .filter(({ document }) => document === 'page'),
      )
    expect(of({ phase: ['peak'], segment: ['vip'], channel: ['app'], visitor: 'new', play: [{ play: 'c', is: ['running', 'won'] }] })).toEqual([])
    expect(of({ phase: ['never'], segment: ['gone'], play: [{ play: 'x', is: ['won'] }], not: { segment: ['lost'] } })).toEqual([
      'error a/when/phase',
      'error a/when/segment',
      'error a/when/play/0',
      'error a/when/not/segment',
    ])
    // Heads or tails: a coin tells of no day and no stock.
    expect(of({ play: [{ play: 'c', is: ['done-today', 'ended'] }] })).toEqual(['error a/when/play/0/is'])
    expect(of({ variable: [{ name: 'tab', is: ['a', 'b'] }] })).toEqual(['warning a/when/variable/0', 'warning a/when/variable/0'])
    const setter = node('text', 's', { props: { size: 1 }, on: { tap: [{ do: 'set', name: 'tab', value: 'a' }] } })
    expect(of({ variable: [{ name: 'tab', is: ['a'] }] }, setter)).toEqual([])
  })
  it('points out what can never be seen', () => {
    const of = (...sketches: ReturnType<typeof node>[]) => found(checker.release(page(...sketches), rules()).filter(({ document }) => document === 'page'))
    const text = (when: PageNode['when']) => node('text', 'a', { props: { size: 1 }, when })
    expect(of(text({ channel: ['app'], not: { channel: ['app', 'sms'] } }))).toEqual(['warning a/when'])
    expect(of(text({ channel: [] }))).toEqual(['warning a/when'])
    expect(of(node('box', 'b', { when: { visitor: 'new' } }, text({ visitor: 'returning' })))).toEqual(['warning a/when'])
    expect(of(node('box', 'b', { when: { channel: ['app'] } }, text({ visitor: 'returning' })))).toEqual([])
  })
  it('keeps parts of a condition that a newer program wrote', () => {
    const newer = page(node('text', 'a', { props: { size: 1 }, when: { weather: ['rain'] } as never }))
    expect(checker.structure('page', newer)).toEqual([])
  })
  it('needs every widget to show a play of its kind', () => {
    const shown = page(node('wheel', 'none'), node('wheel', 'gone', { play: 'x' }), node('wheel', 'fine', { play: 'c' }))
    const errors = checker.release(shown, rules({ c: { kind: 'coin', title: '' } })).filter(({ severity }) => severity === 'error')
    expect(found(errors)).toEqual(['error none/play', 'error gone/play'])
  })
  it('keeps what is set for a phase that does not exist, with a warning', () => {
    const changed = page(node('box', 'b', { byPhase: { never: { props: {} }, peak: { props: {} } } }))
    expect(found(checker.release(changed, rules()))).toEqual(['warning b/byPhase/never'])
  })
  it('needs the phases that nodes are shown in', () => {
    expect(found(checker.release(page(node('box', 'b', { when: { phase: ['never'] } })), rules()))).toEqual(['error b/when/phase'])
  })
})

it.each([0.1, 1.2, 1.4, 1.9, 3.3])('takes %d for a multiple of 0.1, however floats divide', (value) => {
  const validate = createAjv().compile({ type: 'number', multipleOf: 0.1 })
  expect([validate(value), validate(value + 0.05)]).toEqual([true, false])
})
