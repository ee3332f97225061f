import { describe, expect, it } from 'vitest'
import { scrollBy } from './autoScroll'
import { insertionAt, isAtEdge } from './insertion'
import { resize, sidesOf } from './resize'
import { snap, stopsOf } from './snap'

const rect = (x: number, y: number, w: number, h: number): { x: number; y: number; w: number; h: number } => ({ x, y, w, h })

describe('insertionAt', () => {
  const container = rect(0, 0, 300, 400)
  const column = [
    { id: 'a', rect: rect(0, 0, 300, 100) },
    { id: 'b', rect: rect(0, 110, 300, 100) },
  ]
  const row = [
    { id: 'a', rect: rect(0, 0, 100, 50) },
    { id: 'b', rect: rect(110, 0, 100, 50) },
  ]

  it('takes the gap on the pointer’s side of a sibling’s middle', () => {
    expect(insertionAt({ x: 9, y: 49 }, container, column).before).toBe('a')
    expect(insertionAt({ x: 9, y: 51 }, container, column).before).toBe('b')
    expect(insertionAt({ x: 9, y: 300 }, container, column).before).toBeNull()
  })
  it('draws the line in the middle of the gap', () => {
    expect(insertionAt({ x: 9, y: 60 }, container, column).line).toEqual(rect(4, 105, 292, 0))
  })
  it('reads siblings that stand side by side from left to right', () => {
    expect(insertionAt({ x: 60, y: 20 }, container, row)).toEqual({ before: 'b', line: rect(105, 0, 0, 50) })
  })
  it('shows the middle of an empty container', () => {
    expect(insertionAt({ x: 0, y: 0 }, container, []).line.y).toBe(200)
  })
  it('means "beside it" near the upper and lower edge', () => {
    expect([5, 50, 97].map((y) => isAtEdge({ x: 9, y }, rect(0, 0, 300, 100)))).toEqual([true, false, true])
  })
})

describe('snap', () => {
  const stops = stopsOf([rect(100, 100, 50, 50), rect(0, 0, 375, 600)])

  it('brings the nearest side or centre to a stop within reach', () => {
    expect(snap(rect(103, 300, 40, 40), stops, 5)).toMatchObject({ dx: 2, dy: 0 })
    expect(snap(rect(160, 300, 52, 40), stops, 5)).toMatchObject({ dx: 1.5 })
  })
  it('lets go beyond its reach', () => {
    expect(snap(rect(106, 220, 11, 13), stops, 3)).toEqual({ dx: 0, dy: 0, guides: [] })
  })
  it('draws each guide from the sibling to what moves', () => {
    const { guides } = snap(rect(102, 300, 200, 20), stops, 3)
    expect(guides).toEqual([
      { axis: 'x', at: 100, from: 100, to: 320 },
      { axis: 'y', at: 300, from: 0, to: 375 },
    ])
  })
  it('snaps only the sides that a handle moves', () => {
    expect(snap(rect(98, 98, 90, 90), stops, 5, sidesOf('e'))).toMatchObject({ dx: -0.5, dy: 0 })
    expect(snap(rect(98, 98, 90, 90), stops, 5, sidesOf('n'))).toMatchObject({ dx: 0, dy: 2 })
  })
})

describe('resize', () => {
  const frame = { x: 10, y: 10, w: 100, h: 50, z: 3 }

  it('moves one corner and keeps the opposite one', () => {
    expect(resize(frame, 'nw', 10, 5)).toEqual({ x: 20, y: 15, w: 90, h: 45, z: 3 })
    expect(resize(frame, 'e', 10, 99)).toEqual({ ...frame, w: 110 })
  })
  it('never turns inside out', () => {
    expect(resize(frame, 'w', 500, 0)).toEqual({ ...frame, x: 102, w: 8 })
  })
  it('keeps proportions at corners when asked', () => {
    expect(resize(frame, 'se', 100, 0, { keepRatio: true })).toEqual({ ...frame, w: 200, h: 100 })
  })
})

describe('scrollBy', () => {
  const view = rect(0, 0, 400, 400)
  it('pulls towards the edge that the pointer is near, faster the nearer', () => {
    expect(scrollBy({ x: 200, y: 390 }, view).y).toBeGreaterThan(scrollBy({ x: 200, y: 360 }, view).y)
    expect(scrollBy({ x: 0, y: 200 }, view).x).toBeLessThan(0)
    expect(scrollBy({ x: 200, y: 200 }, view)).toEqual({ x: 0, y: 0 })
  })
})
