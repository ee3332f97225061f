import type { AwardState } from '../../schemas/play'

/** How far along an award is. Every state may lead to any later one; the last three are ends. */
const steps: { readonly [state in AwardState]: number } = { granted: 0, held: 1, claiming: 2, fulfilling: 3, fulfilled: 4, forfeited: 4, revoked: 4 }

export function isForward(from: AwardState, to: AwardState): boolean {
  return steps[to] > steps[from]
}
