import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Marks, RichLine } from './richSchema'
import { isFormatted, plainOf, refit, richFor, richOf } from './richText'

const seed = 20_260_102
const marks = fc.record(
  { bold: fc.constant(true), colour: fc.constantFrom('#f00', 'var(--color-accent)'), size: fc.integer({ min: 10, max: 120 }) },
  { requiredKeys: [] },
)
const run = fc.tuple(fc.stringMatching(/^[a-c新年🎉]{1,5}$/u), marks).map(([text, some]: [string, Marks]) => ({ text, ...some }))
const line = fc.record({ list: fc.constantFrom('bullet' as const, 'number' as const), runs: fc.array(run, { maxLength: 4 }) }, { requiredKeys: ['runs'] })
const rich = fc.array(line, { minLength: 1, maxLength: 5 }) as fc.Arbitrary<readonly RichLine[]>
const text = fc.stringMatching(/^[abc新\n]{0,20}$/u)

describe('formatted text', () => {
  it(`fits whatever its words become, and says just those (seed ${seed})`, () => {
    fc.assert(
      fc.property(rich, text, (before, after) => {
        const fitted = refit(before, after)
        expect(plainOf(fitted)).toBe(after)
        expect(fitted).toHaveLength(after.split('\n').length)
      }),
      { seed, numRuns: 500 },
    )
  })

  it(`is the same where its words are (seed ${seed})`, () => {
    fc.assert(
      fc.property(rich, (before) => void expect(refit(before, plainOf(before))).toBe(before)),
      { seed },
    )
  })

  it('gives what is written in between the look of what stands before it', () => {
    const before: RichLine[] = [{ runs: [{ text: '满 ' }, { text: '200', bold: true, size: 32 }, { text: ' 减 100' }] }]
    expect(refit(before, '满 2000 减 100')[0]!.runs).toEqual([{ text: '满 ' }, { text: '2000', bold: true, size: 32 }, { text: ' 减 100' }])
  })

  it('keeps lists where lines are put between them', () => {
    const before: RichLine[] = [
      { runs: [{ text: '头' }] },
      { list: 'bullet', runs: [{ text: '一' }] },
      { list: 'bullet', runs: [{ text: '二' }] },
      { runs: [{ text: '尾' }] },
    ]
    expect(refit(before, '头\n一\n新\n二\n尾').map(({ list }) => list)).toEqual([undefined, 'bullet', 'bullet', 'bullet', undefined])
  })

  it('is nobody’s whose words it was not made for', () => {
    const bold = [{ runs: [{ text: '新年', bold: true }] }]
    expect(richFor({ 'zh-CN': '新年', 'en': 'New year' }, { 'zh-CN': bold }, 'en')).toBeNull()
    expect(richFor({ 'zh-CN': '新年' }, { 'zh-CN': bold }, 'en')).toBe(bold)
    expect(richFor('新年', { 'zh-CN': bold }, 'en')).toBe(bold)
  })

  it('without any mark is plain', () => {
    expect(isFormatted(richOf('a\nb'))).toBe(false)
    expect(richFor('a', { en: richOf('a') }, 'en')).toBeNull()
  })
})
