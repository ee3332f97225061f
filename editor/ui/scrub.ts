export interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** After so much it is the same again, as an angle is after 360: beyond its bounds a number comes round. */
  readonly turn?: number | undefined
}

/** How far one step goes, and how fine a number may be. */
export interface Steps {
  readonly step: number
  readonly grid: number
}

interface Keys {
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** A number within its bounds, rounded to a grid without the noise of binary fractions. */
export function settle(value: number, grid: number, { min = -Infinity, max = Infinity, turn }: Bounds): number {
  const digits = Math.min(10, (String(grid).split('.')[1] ?? '').length)
  const rounded = (number: number): number => Number((Math.round(number / grid) * grid).toFixed(digits))
  const isOut = value < min || value > max
  const near = turn && isOut ? value % turn : value
  return Math.min(max, Math.max(min, rounded(turn && near < min ? near + turn : near)))
}

/** How much further a step goes: ten times with Shift, a tenth with Alt. */
function paceOf({ shiftKey, altKey }: Keys): number {
  return shiftKey ? 10 : altKey ? 0.1 : 1
}

/** What a number becomes when it is dragged `px` to the side: a step every two pixels, ten times that with Shift, a tenth with Alt. */
export function scrubbed(from: number, px: number, { step, grid, ...bounds }: Steps & Bounds, keys: Keys): number {
  return settle(from + Math.trunc(px / 2) * step * paceOf(keys), grid, bounds)
}

/** What a number becomes by an arrow key: one step, ten with Shift, a tenth with Alt, or the grid where that is wider. */
export function nudged(from: number, direction: 1 | -1, { step, grid, ...bounds }: Steps & Bounds, keys: Keys): number {
  return settle(from + direction * Math.max(grid, step * paceOf(keys)), grid, bounds)
}
