import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileValidators } from '../../schemas/compile'
import { isDateTime } from '../../schemas/dateTime'
import { interpretValidators } from '../../schemas/interpret'
import { schemaProblems } from '../../schemas/schemaProblems'
import type { Validate } from '../../schemas/validators'
import { templates } from '../../server/templates/registry'
import { playKinds } from '../../widgets/rules'
import { specs } from '../../widgets/specs'
import { testNow } from '../fiveWidgets'

/** What browsers read and what the server compiles must say the same of every value, in the same words. */
const read = interpretValidators(specs, playKinds)
const compiled = compileValidators(specs, playKinds)
const seed = 20_261_126

type Path = readonly (string | number)[]
type Change = (value: unknown, pick: number) => unknown

const inWords = (validate: Validate, value: unknown): string[] =>
  schemaProblems(validate(value))
    .map((problem) => JSON.stringify(problem))
    .sort()

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
}

function changedAt(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  // What is as it was is the same value: one that was read before is not read again.
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as { [key: string]: unknown }
  const inner = changedAt(copy[key], rest, change)
  if (inner === undefined) delete copy[key]
  else copy[key] = inner
  return Array.isArray(copy) ? Object.values(copy) : copy
}

const strange = [
  '',
  '1 2',
  'x'.repeat(30_000),
  '2026-02-30T00:00:00Z',
  '#12',
  0,
  -1,
  0.5,
  1e12,
  true,
  false,
  null,
  [],
  {},
  ['a', 'a'],
  { 'zh-CN': 1 },
  { do: 'nothing' },
]
const changes: readonly Change[] = [
  () => undefined,
  (_, pick) => strange[pick % strange.length],
  (_, pick) => strange[pick % strange.length],
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, 'sur/plus~': 1 } : [value]),
  (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, '9 nine': value } : { value }),
  (value) =>
    Array.isArray(value) ? Array.from({ length: 300 }, () => (value[0] as unknown) ?? null) : typeof value === 'number' ? value + 0.03 : `${String(value)}<`,
]

/** The value with one to three places changed to something else, which some schemas still admit. */
function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const one = fc.record({ place: fc.nat(), change: fc.constantFrom(...changes), pick: fc.nat() })
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((wishes) =>
    wishes.reduce<unknown>((whole, { place, change, pick }) => {
      const places = placesIn(whole)
      return changedAt(whole, places[place % places.length]!, (at) => change(at, pick)) ?? null
    }, value),
  )
}

function expectAgreement(name: string, [ours, theirs]: readonly [Validate, Validate], sound: unknown, numRuns: number): void {
  expect(inWords(ours, sound), name).toEqual(inWords(theirs, sound))
  fc.assert(
    fc.property(spoiled(sound), (value) => void expect(inWords(ours, value)).toEqual(inWords(theirs, value))),
    { seed, numRuns },
  )
}

it('know the same widgets and plays', () => {
  expect([Object.keys(read.widgets), Object.keys(read.plays)]).toEqual([Object.keys(compiled.widgets), Object.keys(compiled.plays)])
})

describe(`both validators (seed ${seed})`, () => {
  it.each(templates.map(({ id }) => id))('agree on the documents of %s, however they are spoiled', (id) => {
    const { page, rules, plan } = templates.find((template) => template.id === id)!
    expectAgreement('page', [read.page, compiled.page], page({ name: 'x', locale: 'en' }), 25)
    expectAgreement('rules', [read.rules, compiled.rules], rules(testNow), 25)
    expectAgreement('plan', [read.plan, compiled.plan], plan({ now: testNow, locale: 'en' }), 25)
  })

  it.each(Object.keys(specs))('agree on the props of %s', (type) => {
    expectAgreement('defaults', [read.widgets[type]!, compiled.widgets[type]!], specs[type]!.defaults, 60)
  })

  it.each(Object.keys(playKinds))('agree on the rules of %s', (kind) => {
    expectAgreement('defaults', [read.plays[kind]!, compiled.plays[kind]!], playKinds[kind]!.defaults, 120)
  })

  it.each([null, [], 1, 'page', true])('agree on what is no document: %j', (value) => {
    for (const name of ['page', 'rules', 'plan'] as const) expect(inWords(read[name], value)).toEqual(inWords(compiled[name], value))
  })
})

it.each([
  ['2026-01-01T00:00:00+08:00', true],
  ['2026-01-01t00:00:00.123z', true],
  ['2024-02-29 23:59:59-0930', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-13-01T00:00:00Z', false],
  ['2026-01-01T24:00:00Z', false],
  ['2026-01-01T00:00:00', false],
  ['2026-06-30T23:59:60Z', false],
  ['2026-01-01T00:00:00+24:00', false],
  ['soon', false],
])('takes %s for a point in time: %s', (text, is) => {
  expect(isDateTime(text)).toBe(is)
})

it('say each time what is wrong with a name, also beside names that were read before', () => {
  const page = templates.at(-1)!.page({ name: 'x', locale: 'en' })
  const [id, node] = Object.entries(page.nodes).find(([one]) => one !== 'root')!
  const { [id]: _gone, ...others } = page.nodes
  const misnamed = { ...page, nodes: { ...others, 'no such id!': node } }
  expect(inWords(read.page, page)).toEqual([])
  const told = inWords(compiled.page, misnamed)
  expect(told).not.toEqual([])
  for (let times = 0; times < 2; times++) expect(inWords(read.page, misnamed)).toEqual(told)
})
