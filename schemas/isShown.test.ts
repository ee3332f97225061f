import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDrawn, isShown, type Facts } from './isShown'
import { excludes, isImpossible, playStates, stageStates, untilVisited, type Parts, type PlayState, type When } from './when'

const seed = 20_261_125
const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values, { minLength: 1 })
const parts: fc.Arbitrary<Parts> = fc.record(
  {
    phase: some('preheat', 'peak'),
    segment: some('vip', 'fresh', 'far'),
    channel: some('app', 'sms'),
    play: fc.array(fc.record({ play: fc.constantFrom('draw', 'sign'), is: some(...playStates) }), { maxLength: 2 }),
    variable: fc.array(fc.record({ name: fc.constantFrom('tab', 'more'), is: some<string | boolean>('a', 'b', true) }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const whens: fc.Arbitrary<When> = fc
  .tuple(parts, fc.record({ visitor: fc.constantFrom('new' as const, 'returning' as const), not: parts }, { requiredKeys: [] }))
  .map(([own, more]) => ({ ...own, ...more }))

const standing: fc.Arbitrary<PlayState[]> = fc
  .tuple(fc.constantFrom(...stageStates), fc.subarray(playStates.filter((state) => !stageStates.includes(state))))
  .map(([stage, others]) => [stage, ...others])
const facts: fc.Arbitrary<Facts> = fc.record({
  phases: fc.subarray(['preheat', 'peak']),
  segments: fc.subarray(['vip', 'fresh', 'far']),
  channel: fc.constantFrom('', 'app', 'sms'),
  visitor: fc.constantFrom('new' as const, 'returning' as const),
  states: fc.record({ draw: standing, sign: standing }).map((states) => (play: string) => states[play as 'draw']),
  variables: fc.record({ tab: fc.constantFrom('a', 'b'), more: fc.constantFrom('a', true) }, { requiredKeys: [] }),
})
const unknown: Facts = { phases: [], segments: null, channel: null, visitor: null, states: null, variables: {} }
const stranger: Facts = { ...unknown, segments: [], channel: '', visitor: 'new', states: () => ['running'] }

describe(`a condition (seed ${seed})`, () => {
  it('that says nothing always holds', () => {
    fc.assert(
      fc.property(facts, (known) => isShown(undefined, known) && isShown({}, known) && isShown({ not: {} }, known)),
      { seed },
    )
  })

  it('of one part holds exactly where its opposite does not', () => {
    const one = parts.chain((all) => fc.constantFrom(...Object.entries(all).map(([key, value]) => ({ [key]: value }) as Parts), { segment: ['vip'] }))
    fc.assert(
      fc.property(
        one.filter(({ play = [], variable = [] }) => play.length + variable.length < 2),
        facts,
        (part, known) => {
          const isEmpty = [part.play, part.variable].some((lines) => lines?.length === 0)
          return isEmpty || isShown(part, known) !== isShown({ not: part }, known)
        },
      ),
      { seed },
    )
  })

  it('holds where its own parts do and where those of `not` do not', () => {
    fc.assert(
      fc.property(whens, facts, ({ not = {}, ...own }, known) => {
        const split = (all: When): When[] => [
          ...Object.entries(all).flatMap(([key, value]) => (key === 'play' || key === 'variable' ? [] : [{ [key]: value } as When])),
          ...(all.play ?? []).map((line) => ({ play: [line] })),
          ...(all.variable ?? []).map((line) => ({ variable: [line] })),
        ]
        const each = split(own).every((part) => isShown(part, known)) && split(not).every((part) => !isShown(part, known))
        return isShown({ ...own, not }, known) === each
      }),
      { seed },
    )
  })

  it('never shows, with less known, what would not be shown with more', () => {
    const forgotten = fc.subarray(['segments', 'channel', 'visitor', 'states'] as const)
    fc.assert(
      fc.property(whens, facts, forgotten, (when, known, keys) => {
        const less = { ...known, ...Object.fromEntries(keys.map((key) => [key, null])) }
        return !isShown(when, less) || isShown(when, known)
      }),
      { seed },
    )
  })

  it('is decided by phases at publish and by the rest on the page, and comes to the same', () => {
    fc.assert(
      fc.property(whens, facts, (when, known) => isShown(when, known) === (isDrawn(when, known.phases) && isShown(untilVisited(when), known))),
      { seed },
    )
  })

  it('that is told to exclude another never holds with it, and an impossible one never at all', () => {
    let told = 0
    fc.assert(
      fc.property(whens, whens, facts, (one, other, known) => {
        if (isImpossible(one)) expect(isShown(one, known)).toBe(false)
        if (!excludes(one, other)) return
        told++
        expect(isShown(one, known) && isShown(other, known)).toBe(false)
      }),
      { seed, numRuns: 3000 },
    )
    expect(told).toBeGreaterThan(100)
  })
})

describe('shown', () => {
  it('is nothing that depends on the visitor, before anything is known', () => {
    const all: When[] = [{ segment: ['vip'] }, { channel: ['app'] }, { play: [{ play: 'draw', is: ['won'] }] }]
    expect(isShown({ visitor: 'new' }, unknown)).toBe(false)
    for (const when of all) expect([isShown(when, unknown), isShown({ not: when }, unknown)]).toEqual([false, false])
  })
  it('to a stranger is what is for nobody in particular', () => {
    expect(isShown({ segment: ['vip'] }, stranger)).toBe(false)
    expect(isShown({ not: { segment: ['vip'] } }, stranger)).toBe(true)
    expect(isShown({ not: { channel: ['app'] } }, stranger)).toBe(true)
  })
  it('is nothing under a part that names no value', () => {
    expect(isShown({ segment: [] }, stranger)).toBe(false)
    expect(isShown({ not: { segment: [] } }, stranger)).toBe(true)
    expect(isImpossible({ phase: [] })).toBe(true)
  })
})

it('tells opposites from what may go together', () => {
  const vip: When = { segment: ['vip'] }
  expect(excludes(vip, { not: { segment: ['vip', 'far'] } })).toBe(true)
  expect(excludes({ segment: ['vip', 'near'] }, { not: { segment: ['vip'] } })).toBe(false)
  expect(excludes(vip, { segment: ['far'] })).toBe(false)
  expect(excludes({ channel: ['app'] }, { channel: ['sms'] })).toBe(true)
  expect(excludes({ visitor: 'new' }, { visitor: 'returning' })).toBe(true)
  expect(excludes({ play: [{ play: 'draw', is: ['running'] }] }, { play: [{ play: 'draw', is: ['ended', 'not-started'] }] })).toBe(true)
  expect(excludes({ play: [{ play: 'draw', is: ['won'] }] }, { play: [{ play: 'draw', is: ['joined'] }] })).toBe(false)
  expect(excludes({ play: [{ play: 'draw', is: ['won'] }] }, { not: { play: [{ play: 'draw', is: ['won'] }] } })).toBe(true)
})
