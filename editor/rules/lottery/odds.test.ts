import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certainPpm } from '../../../widgets/lottery/pick'
import { drawsUntilGone, expectedWins, percentOf, ppmOf, scaled } from './odds'

const seed = 7
const sum = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0)

describe('odds', () => {
  it(`are the same after being shown as a percentage and read back (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: certainPpm }), (ppm) => {
        expect(ppmOf(percentOf(ppm))).toBe(ppm)
      }),
      { seed },
    )
  })

  it('are shown without the noise of binary fractions', () => {
    expect([1, 70_000, 123_456, certainPpm].map(percentOf)).toEqual([0.0001, 7, 12.3456, 100])
  })

  it(`add up to exactly the whole when they are scaled, each less than one part away from its share (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: certainPpm }), { minLength: 1, maxLength: 12 }).filter((weights) => sum(weights) > 0),
        (weights) => {
          const parts = scaled(weights)
          expect(sum(parts)).toBe(certainPpm)
          parts.forEach((part, i) => expect(Math.abs(part - (weights[i]! * certainPpm) / sum(weights))).toBeLessThan(1))
        },
      ),
      { seed },
    )
  })

  it('stay nothing where there is nothing to scale', () => {
    expect(scaled([0, 0])).toEqual([0, 0])
  })

  it('give the odd part to the earlier of equals', () => {
    expect(scaled([1, 1, 1])).toEqual([333_334, 333_333, 333_333])
  })

  it('promise no more wins than there is stock', () => {
    expect(expectedWins(50_000, 10_000, null)).toBe(500)
    expect(expectedWins(50_000, 10_000, 300)).toBe(300)
  })

  it('say when a stock will be gone', () => {
    expect(drawsUntilGone(50_000, 300)).toBe(6000)
    expect(drawsUntilGone(50_000, null)).toBeNull()
    expect(drawsUntilGone(0, 300)).toBeNull()
  })
})
