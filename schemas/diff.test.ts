import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, diffDocuments, invertDiff, removeAt, setAt, squashDiffs } from './diff'

const seed = 20_260_101
const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 }))
const key = fc.constantFrom('a', 'b', 'c', 'constructor', 'é')
const { document } = fc.letrec<{ document: Record<string, unknown>; value: unknown }>((tie) => ({
  document: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('document')),
}))
const law = (name: string, run: (...documents: [unknown, unknown, unknown]) => void): void =>
  it(`${name} (seed ${seed})`, () => fc.assert(fc.property(document, document, document, run), { seed, numRuns: 300 }))

describe('a diff', () => {
  law('leads from the one document to the other', (before, after) => {
    expect(applyDiff(before, diffDocuments(before, after))).toEqual(after)
  })
  law('is undone by its inverse', (before, after) => {
    const diff = diffDocuments(before, after)
    expect(applyDiff(applyDiff(before, diff), invertDiff(diff))).toEqual(before)
  })
  law('squashed with the next does what both do in turn', (first, second, third) => {
    const diffs = [diffDocuments(first, second), diffDocuments(second, third)]
    expect(applyDiff(first, squashDiffs(diffs))).toEqual(third)
  })
  law('squashed with the next is undone by its inverse', (first, second, third) => {
    const squashed = squashDiffs([diffDocuments(first, second), diffDocuments(second, third)])
    expect(applyDiff(third, invertDiff(squashed))).toEqual(first)
  })
  law('squashed with its inverse is nothing', (before, after) => {
    const diff = diffDocuments(before, after)
    expect(squashDiffs([diff, invertDiff(diff)])).toEqual([])
  })

  it('makes many edits of one record in one copy, and leaves the old document and the values it brings alone', () => {
    const before = { nodes: { a: { x: 1 }, b: { x: 1 } } }
    const brought = { x: 3 }
    const diff = [
      { at: ['nodes', 'a', 'x'], was: 1, is: 2 },
      { at: ['nodes', 'b'], was: { x: 1 }, is: brought },
      { at: ['nodes', 'b', 'x'], was: 3, is: 4 },
      { at: ['nodes', '__proto__'], is: { x: 5 } },
    ]
    const after = applyDiff(before, diff)
    expect(Object.entries(after.nodes)).toEqual([
      ['a', { x: 2 }],
      ['b', { x: 4 }],
      ['__proto__', { x: 5 }],
    ])
    expect(before).toEqual({ nodes: { a: { x: 1 }, b: { x: 1 } } })
    expect(brought).toEqual({ x: 3 })
  })
  it('shares what it does not touch', () => {
    const before = { nodes: { a: { x: 1 }, b: { x: 2 } } }
    expect(applyDiff(before, setAt(before, ['nodes', 'a', 'x'], 5)).nodes.b).toBe(before.nodes.b)
  })
})

describe('setAt', () => {
  it('leaves no empty record behind when undone', () => {
    const diff = setAt({}, ['theme', 'tokens', 'color.page'], '#fff')
    expect(applyDiff({}, diff)).toEqual({ theme: { tokens: { 'color.page': '#fff' } } })
    expect(applyDiff(applyDiff({}, diff), invertDiff(diff))).toEqual({})
  })
  it('is empty when the value is there already', () => {
    expect(setAt({ a: [1] }, ['a'], [1])).toEqual([])
  })
})

it('removeAt is empty where there is nothing', () => {
  expect(removeAt({ a: {} }, ['a', 'b'])).toEqual([])
})
