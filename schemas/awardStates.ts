import type { AwardState } from './play'

/** How far along an award is. Every state may lead to any later one; the last three are ends. */
const steps: { readonly [state in AwardState]: number } = { granted: 0, held: 1, claiming: 2, fulfilling: 3, fulfilled: 4, forfeited: 4, revoked: 4 }

export function isForward(from: AwardState, to: AwardState): boolean {
  return steps[to] > steps[from]
}

/** Where an award in this state may still be moved, the nearest first. */
export function laterStates(from: AwardState): AwardState[] {
  // The record names every state.
  return (Object.keys(steps) as AwardState[]).filter((to) => isForward(from, to))
}
