import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDocuments, preferMine } from './merge'

const seed = 20_260_102
const page = fc.dictionary(
  fc.constantFrom('n1', 'n2', 'n3'),
  fc.record({ x: fc.integer({ min: 0, max: 3 }), t: fc.constantFrom('', 'a', 'b') }, { requiredKeys: ['t'] }),
)

describe('merging two changes of one base', () => {
  it(`is theirs when mine changed nothing, and mine when they changed nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(page, page, (base, other) => {
        expect(mergeDocuments(base, base, other)).toEqual({ merged: other, conflicts: [] })
        expect(mergeDocuments(base, other, base)).toEqual({ merged: other, conflicts: [] })
      }),
      { seed },
    )
  })
  it(`loses no edit: each of mine is in the result or is a conflict (seed ${seed})`, () => {
    fc.assert(
      fc.property(page, page, page, (base, mine, theirs) => {
        const { merged, conflicts } = mergeDocuments(base, mine, theirs)
        expect(mergeDocuments(base, mine, preferMine(merged, conflicts)).conflicts).toEqual([])
      }),
      { seed },
    )
  })
  it('keeps edits of different props of one node', () => {
    const base = { n: { x: 1, t: 'a' } }
    expect(mergeDocuments(base, { n: { x: 2, t: 'a' } }, { n: { x: 1, t: 'b' } })).toEqual({ merged: { n: { x: 2, t: 'b' } }, conflicts: [] })
  })
  it('tells of a node that one side edited and the other removed', () => {
    const { merged, conflicts } = mergeDocuments({ n: { x: 1 } }, { n: { x: 2 } }, {})
    expect(merged).toEqual({})
    expect(conflicts).toEqual([{ at: ['n'], base: { x: 1 }, mine: { x: 2 } }])
    expect(preferMine(merged, conflicts)).toEqual({ n: { x: 2 } })
  })
  it('keeps the whole of what I chose where they replaced the place I edited inside', () => {
    const base = { title: { zh: '年', en: 'Year' } }
    const { merged, conflicts } = mergeDocuments(base, { title: { zh: '新年', en: 'Year' } }, { title: 'Spring' })
    expect(merged).toEqual({ title: 'Spring' })
    expect(preferMine(merged, conflicts)).toEqual({ title: { zh: '新年', en: 'Year' } })
  })
  it('takes the same edit by both as one', () => {
    expect(mergeDocuments({ x: 1 }, { x: 2 }, { x: 2 })).toEqual({ merged: { x: 2 }, conflicts: [] })
  })
})
