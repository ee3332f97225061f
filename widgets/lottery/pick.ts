/** All odds together: certainty, in parts per million. */
export const certainPpm = 1_000_000

interface Weighted {
  readonly weightPpm: number
}

function sumPpm(slots: readonly Weighted[]): number {
  return slots.reduce((sum, { weightPpm }) => sum + weightPpm, 0)
}

/** The odds that no slot claims: the consolation's, or no win's. */
export function restPpm(slots: readonly Weighted[]): number {
  return certainPpm - sumPpm(slots)
}

/**
 * One of `slots` by its own weight, or null for the rest, which weighs `rest`. `roll` gives a whole number
 * in [0, bound). Slots that are left out of the list share their odds among the others and the rest.
 */
export function pickSlot<S extends Weighted>(slots: readonly S[], rest: number, roll: (bound: number) => number): S | null {
  const total = sumPpm(slots) + rest
  if (total === 0) return null
  let at = roll(total)
  for (const slot of slots) {
    if (at < slot.weightPpm) return slot
    at -= slot.weightPpm
  }
  return null
}

/** A whole number of points in [min, max], no more than `left`. */
export function pickAmount(min: number, max: number, left: number, roll: (bound: number) => number): number {
  return Math.min(left, min + roll(max - min + 1))
}
