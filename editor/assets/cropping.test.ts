import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { croppingOf, editOfCropping, flipped, handles, mirrored, moved, pulled, shaped, turnRight, turnedBounds, type Bounds, type Cropping } from './cropping'

const size = fc.record({ w: fc.integer({ min: 20, max: 4000 }), h: fc.integer({ min: 20, max: 4000 }) })
const far = fc.integer({ min: -5000, max: 5000 })
const aspects = fc.constantFrom(null, 1, 4 / 3, 16 / 9, 3 / 4)

type Step = (cropping: Cropping, bounds: Bounds, aspect: number | null) => Cropping
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step[]>(turnRight, mirrored, flipped),
  fc.tuple(far, far).map(([dx, dy]): Step => (one, all) => ({ ...one, rect: moved(one.rect, dx, dy, turnedBounds(all, one.turn)) })),
  fc.tuple(fc.constantFrom(...handles), far, far).map(([handle, x, y]): Step => (one, all, aspect) => ({
    ...one,
    rect: pulled(one.rect, handle, { x, y }, { bounds: turnedBounds(all, one.turn), aspect }),
  })),
)

describe('a crop', () => {
  it('stays inside its picture whatever is done to it, and is the same when it is opened again (seed 31)', () => {
    fc.assert(
      fc.property(size, fc.array(step, { maxLength: 12 }), (all, steps) => {
        const end = steps.reduce((now, one) => one(now, all, null), croppingOf({}, all))
        const { w, h } = turnedBounds(all, end.turn)
        const edit = editOfCropping(end, all)
        const { x, y, w: width, h: height } = edit.crop ?? { x: 0, y: 0, w, h }
        expect(x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= w && y + height <= h).toBe(true)
        expect(editOfCropping(croppingOf(edit, all), all)).toEqual(edit)
      }),
      { seed: 31, numRuns: 500 },
    )
  })

  it('keeps its shape at every handle (seed 32)', () => {
    fc.assert(
      fc.property(size, aspects, fc.constantFrom(...handles), far, far, (all, aspect, handle, x, y) => {
        if (aspect === null) return
        const start = shaped({ x: 0, y: 0, ...all }, aspect, all)
        const rect = pulled(start, handle, { x, y }, { bounds: all, aspect })
        expect(rect.w / rect.h).toBeCloseTo(aspect, 5)
        expect(rect.x >= -1e-6 && rect.y >= -1e-6 && rect.x + rect.w <= all.w + 1e-6 && rect.y + rect.h <= all.h + 1e-6).toBe(true)
      }),
      { seed: 32, numRuns: 500 },
    )
  })

  it('is as it was after four quarters, two mirrors and two flips', () => {
    const all = { w: 300, h: 200 }
    const start = croppingOf({ mirror: true, crop: { x: 10, y: 20, w: 50, h: 70 } }, all)
    const again = (change: Step, times: number): Cropping => Array.from({ length: times }).reduce<Cropping>((now) => change(now, all, null), start)
    expect([again(turnRight, 4), again(mirrored, 2), again(flipped, 2)]).toEqual([start, start, start])
  })

  it('of everything says nothing', () => {
    expect(editOfCropping(croppingOf({}, { w: 30, h: 20 }), { w: 30, h: 20 })).toEqual({})
  })
})
