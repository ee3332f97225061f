export interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** A number within its bounds, rounded to the grid of `step` without the noise of binary fractions. */
export function settle(value: number, step: number, { min, max }: Bounds): number {
  const digits = Math.min(10, (String(step).split('.')[1] ?? '').length)
  const onGrid = Number((Math.round(value / step) * step).toFixed(digits))
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, onGrid))
}

/** What a number becomes when it is dragged `px` to the side: a step every two pixels, ten times that with Shift, a tenth with Alt. */
export function scrubbed(from: number, px: number, step: number, keys: { readonly shiftKey: boolean; readonly altKey: boolean }, bounds: Bounds): number {
  const pace = keys.shiftKey ? 10 : keys.altKey ? 0.1 : 1
  return settle(from + Math.trunc(px / 2) * step * pace, step, bounds)
}
