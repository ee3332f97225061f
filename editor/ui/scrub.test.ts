import { expect, it } from 'vitest'
import { nudged, scrubbed, settle } from './scrub'

const none = { shiftKey: false, altKey: false }
const shift = { shiftKey: true, altKey: false }
const alt = { shiftKey: false, altKey: true }

it('a drag goes a step every two pixels, ten with Shift, a tenth with Alt', () => {
  const of = (keys: typeof none, grid = 0.1) => scrubbed(10, 20, { step: 1, grid }, keys)
  expect([of(none), of(shift), of(alt), of(alt, 1)]).toEqual([20, 110, 11, 11])
})
it('an arrow goes a step, and never less than the grid', () => {
  expect([none, shift, alt].map((keys) => nudged(10, 1, { step: 1, grid: 0.5 }, keys))).toEqual([11, 20, 10.5])
  expect(nudged(10, -1, { step: 1, grid: 1 }, alt)).toBe(9)
})
it('neither leaves the bounds', () => {
  expect([scrubbed(5, 200, { step: 1, grid: 1, max: 8 }, none), nudged(5, -1, { step: 1, grid: 1, min: 0 }, shift)]).toEqual([8, 0])
})
it('an angle comes round instead of stopping', () => {
  const [signed, whole] = [
    { min: -360, max: 360, turn: 360 },
    { min: 0, max: 360, turn: 360 },
  ]
  expect([400, -400, 360, -30, 725.04].map((angle) => settle(angle, 0.1, signed))).toEqual([40, -40, 360, -30, 5])
  expect([400, -30, 360, 0, -725].map((angle) => settle(angle, 1, whole))).toEqual([40, 330, 360, 0, 355])
  expect(nudged(359, 1, { step: 1, grid: 1, ...whole }, shift)).toBe(9)
})
