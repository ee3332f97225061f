import { lotterySchema, type Slot } from '../../../widgets/lottery/lotterySchema'
import { certainPpm } from '../../../widgets/lottery/pick'

/** How many slots a lottery has at most. */
export const mostSlots = lotterySchema.properties.slots.maxItems

/** Odds are whole parts per million; a percentage of them has at most four decimals. */
export function percentOf(ppm: number): number {
  return ppm / 10_000
}

export function ppmOf(percent: number): number {
  return Math.round(percent * 10_000)
}

/** How many of `draws` draws end in an outcome on average, as far as its stock goes. */
export function expectedWins(weightPpm: number, draws: number, stock: number | null): number {
  const wins = (weightPpm / certainPpm) * draws
  return stock === null ? wins : Math.min(wins, stock)
}

/** After how many draws a stock is used up on average; null when it never is. */
export function drawsUntilGone(weightPpm: number, stock: number | null): number | null {
  return stock === null || weightPpm === 0 ? null : Math.ceil((stock * certainPpm) / weightPpm)
}

/**
 * The same weights in proportion, adding up to exactly `total`: each gets its whole share, and the parts left over go to
 * the largest remainders (the earlier one of equals). All zero where nothing can be shared.
 */
export function scaled(weights: readonly number[], total = certainPpm): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (weight * total) / sum)
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((all, part) => all + part, 0)
  const byRemainder = exact.map((part, i) => ({ i, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  const lucky = new Set(byRemainder.slice(0, left).map(({ i }) => i))
  return whole.map((part, i) => (lucky.has(i) ? part + 1 : part))
}

/** Slots whose odds add up to exactly certainty, in the proportion that they had. */
export function scaledSlots(slots: readonly Slot[]): readonly Slot[] {
  const weights = scaled(slots.map(({ weightPpm }) => weightPpm))
  return slots.map((slot, i) => ({ ...slot, weightPpm: weights[i]! }))
}
