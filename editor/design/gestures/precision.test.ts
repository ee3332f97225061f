import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../schemas/page'
import { distances, evenGaps as evenGapsIn, separation } from './gaps'
import { bearing, spanned, touches, touchesTurned, turned, type Point, type Rect } from './geometry'
import { crosses, fieldOf, neighbour, spanOf } from './neighbours'
import { cursorOf, handles, handlesFor, onWholePx, resize, scaled, type Handle } from './resize'
import { angleAfter } from './rotation'

const rect = (x: number, y: number, w: number, h: number): Rect => ({ x, y, w, h })
const seed = 20_261_124
const evenGaps = (moved: Rect, others: readonly Rect[], axis: 'x' | 'y', reach: number) => evenGapsIn(moved, fieldOf(others), axis, reach)

/** Where a handle of a turned frame is seen. */
function seen({ x, y, w, h, rotate = 0 }: Frame, handle: Handle): Point {
  const across = handle.includes('w') ? -w / 2 : handle.includes('e') ? w / 2 : 0
  const down = handle.startsWith('n') ? -h / 2 : handle.startsWith('s') ? h / 2 : 0
  const at = turned({ x: across, y: down }, rotate)
  return { x: x + w / 2 + at.x, y: y + h / 2 + at.y }
}
const opposite: { readonly [handle in Handle]: Handle } = { nw: 'se', n: 's', ne: 'sw', e: 'w', se: 'nw', s: 'n', sw: 'ne', w: 'e' }

describe('resizing a turned frame', () => {
  const frame = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 300 }),
    w: fc.integer({ min: 20, max: 200 }),
    h: fc.integer({ min: 20, max: 200 }),
    rotate: fc.integer({ min: -180, max: 180 }),
  })
  const drag = fc.integer({ min: -150, max: 150 })

  it(`leaves the opposite handle where it is seen (seed ${seed})`, () => {
    fc.assert(
      fc.property(frame, fc.constantFrom(...handles), drag, drag, fc.boolean(), (one, handle, dx, dy, keepRatio) => {
        const [before, after] = [seen(one, opposite[handle]), seen(resize(one, handle, dx, dy, { keepRatio }), opposite[handle])]
        expect(after.x).toBeCloseTo(before.x, 6)
        expect(after.y).toBeCloseTo(before.y, 6)
      }),
      { seed },
    )
  })

  it(`leaves the centre where it is when asked (seed ${seed})`, () => {
    fc.assert(
      fc.property(frame, fc.constantFrom(...handles), drag, drag, (one, handle, dx, dy) => {
        const { x, y, w, h } = resize(one, handle, dx, dy, { fromCentre: true })
        expect([x + w / 2, y + h / 2]).toEqual([expect.closeTo(one.x + one.w / 2, 6), expect.closeTo(one.y + one.h / 2, 6)])
      }),
      { seed },
    )
  })

  it('brings the dragged corner to the pointer', () => {
    const one = { x: 0, y: 0, w: 100, h: 100, rotate: 90 }
    const at = seen(one, 'se')
    const after = seen(resize(one, 'se', -10, 20), 'se')
    expect(after).toEqual({ x: expect.closeTo(at.x - 10, 6), y: expect.closeTo(at.y + 20, 6) })
  })
})

it('keeps proportions at a side too, growing evenly to both others', () => {
  expect(resize({ x: 0, y: 100, w: 100, h: 50 }, 'e', 100, 7, { keepRatio: true })).toEqual({ x: 0, y: 75, w: 200, h: 100 })
})

it.each([
  ['n', 0, 'ns-resize'],
  ['n', 90, 'ew-resize'],
  ['se', 0, 'nwse-resize'],
  ['se', 45, 'ns-resize'],
  ['w', -50, 'nesw-resize'],
] as const)('the %s handle of a box turned by %s° shows %s', (handle, degrees, cursor) => {
  expect(cursorOf(handle, degrees)).toBe(cursor)
})

it('gives small boxes fewer handles', () => {
  expect([rect(0, 0, 90, 90), rect(0, 0, 90, 20), rect(0, 0, 9, 9)].map((one) => handlesFor(one).length)).toEqual([8, 6, 1])
})

it('brings the sides that were moved to whole px, and leaves the others', () => {
  expect(onWholePx({ x: 0.5, y: 0.5, w: 99.8, h: 20.2 }, 'e')).toEqual({ x: 0.5, y: 0.5, w: 99.5, h: 20.2 })
  expect(onWholePx({ x: 0.4, y: 0, w: 10.2, h: 20, rotate: 5 }, 'nw')).toEqual({ x: 0.4, y: 0, w: 10.2, h: 20, rotate: 5 })
})

it('tells a turned thing from the upright box around it', () => {
  const long = rect(0, 40, 100, 20)
  expect(touchesTurned(rect(70, 0, 20, 20), long, 45)).toBe(false)
  expect(touchesTurned(rect(75, 75, 20, 20), long, 45)).toBe(true)
  expect(touchesTurned(rect(75, 75, 20, 20), long, 0)).toBe(false)
})

it('scales several frames with the box around them', () => {
  const frames = { a: { x: 0, y: 0, w: 10, h: 10 }, b: { x: 90, y: 40, w: 10, h: 10, rotate: 30 } }
  expect(scaled(frames, { x: 0, y: 0, w: 100, h: 50 }, { x: 10, y: 0, w: 200, h: 50 })).toEqual({
    a: { x: 10, y: 0, w: 20, h: 10 },
    b: { x: 190, y: 40, w: 20, h: 10, rotate: 30 },
  })
})

it.each([
  [0, 44, false, 44],
  [0, 44, true, 45],
  [0, 89, false, 90],
  [170, 30, false, -160],
  [-90, 90, false, 0],
  [90, 90, true, 180],
])('%s° turned by %s is %s: %s', (from, by, inSteps, to) => {
  expect(angleAfter(from, by, inSteps)).toBe(to)
})

it('knows directions, spans and touching', () => {
  expect([bearing({ x: 0, y: 0 }, { x: 0, y: -5 }), bearing({ x: 0, y: 0 }, { x: 5, y: 0 })]).toEqual([0, 90])
  expect(spanned({ x: 5, y: 9 }, { x: 1, y: 2 })).toEqual(rect(1, 2, 4, 7))
  expect([touches(rect(0, 0, 10, 10), rect(9, 9, 5, 5)), touches(rect(0, 0, 10, 10), rect(10, 0, 5, 5))]).toEqual([true, false])
})

describe('equal gaps', () => {
  const row = [rect(0, 0, 20, 20), rect(30, 0, 20, 20)]

  it('are found after two others', () => {
    expect(evenGaps(rect(62, 5, 20, 20), row, 'x', 5)).toEqual({
      by: -2,
      gaps: [
        { axis: 'x', from: 20, to: 30, at: 10 },
        { axis: 'x', from: 50, to: 60, at: 12.5 },
      ],
    })
  })
  it('are found before two others', () => {
    expect(evenGaps(rect(-31, 0, 20, 20), row, 'x', 5)?.by).toBe(1)
  })
  it('are found between two others', () => {
    expect(evenGaps(rect(42, 0, 10, 20), [rect(0, 0, 20, 20), rect(80, 0, 20, 20)], 'x', 5)?.by).toBe(3)
  })
  it('are found down a column', () => {
    expect(evenGaps(rect(0, 61, 20, 20), [rect(0, 0, 20, 20), rect(0, 30, 20, 20)], 'y', 5)?.by).toBe(-1)
  })
  it('are shown as far as they go on', () => {
    const five = [0, 30, 60, 90, 150].map((x) => rect(x, 0, 20, 20))
    expect(evenGaps(rect(121, 0, 10, 20), five.slice(0, 4), 'x', 5)?.gaps.map(({ from }) => from)).toEqual([20, 50, 80, 110])
    expect(evenGaps(rect(121, 0, 12, 20), five, 'x', 5)?.gaps.map(({ from }) => from)).toEqual([20, 50, 80, 110])
  })
  it('are not sought among what stands elsewhere, nor out of reach', () => {
    expect(evenGaps(rect(62, 100, 20, 20), row, 'x', 5)).toBeNull()
    expect(evenGaps(rect(70, 5, 20, 20), row, 'x', 5)).toBeNull()
  })
})

const box = fc.record({
  x: fc.integer({ min: -200, max: 2000 }),
  y: fc.integer({ min: -200, max: 4000 }),
  w: fc.integer({ min: 1, max: 400 }),
  h: fc.integer({ min: 1, max: 300 }),
})

describe(`laws of neighbours and gaps (seed ${seed})`, () => {
  it('finds the nearest in the same row or column, as a look at each of them does', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), box, fc.constantFrom('x', 'y'), fc.nat(8), (others, own, axis, slack) => {
        const field = fieldOf(others)
        const [of, all] = [spanOf(own, axis), others.map((one) => spanOf(one, axis)).filter((span) => crosses(span, spanOf(own, axis)))]
        const ends = all.map(({ end }) => end).filter((end) => end <= of.start + slack)
        const starts = all.map(({ start }) => start).filter((start) => start >= of.end - slack)
        expect(neighbour(field[axis], of, 'before', slack)?.end).toBe(ends.length ? Math.max(...ends) : undefined)
        expect(neighbour(field[axis], of, 'after', slack)?.start).toBe(starts.length ? Math.min(...starts) : undefined)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('shows none but equal gaps, two at least, within reach', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 2, maxLength: 30 }), box, fc.constantFrom('x', 'y'), (others, own, axis) => {
        const even = evenGaps(own, others, axis, 6)
        if (!even) return
        const lengths = even.gaps.map(({ from, to }) => to - from)
        expect(Math.abs(even.by)).toBeLessThanOrEqual(6)
        expect(lengths.length).toBeGreaterThan(1)
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1.2)
      }),
      { seed, numRuns: 500 },
    )
  })
})

it('tells distances to neighbours, and to the edges where there are none', () => {
  const gaps = distances(rect(40, 40, 20, 20), fieldOf([rect(0, 40, 20, 20)]), rect(0, 0, 100, 200))
  expect(gaps.map(({ axis, from, to }) => [axis, to - from])).toEqual([
    ['x', 20],
    ['x', 40],
    ['y', 40],
    ['y', 140],
  ])
})

it('measures from one to another, beside it or inside it', () => {
  expect(separation(rect(0, 0, 10, 10), rect(30, 0, 10, 10)).map(({ axis, from, to }) => [axis, from, to])).toEqual([['x', 10, 30]])
  expect(separation(rect(10, 20, 10, 10), rect(0, 0, 100, 100)).map(({ axis, from, to }) => [axis, to - from])).toEqual([
    ['x', 10],
    ['x', 80],
    ['y', 20],
    ['y', 70],
  ])
})
