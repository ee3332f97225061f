import type { AwardState } from './play'
import type { Bilingual } from './words'

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

/** What a state is called, to the visitor who won and to the team. */
export const awardStateWords = {
  granted: { zh: '待领取', en: 'To be claimed' },
  held: { zh: '审核中', en: 'Under review' },
  claiming: { zh: '领取中', en: 'Being claimed' },
  fulfilling: { zh: '发放中', en: 'On its way' },
  fulfilled: { zh: '已发放', en: 'Delivered' },
  forfeited: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已取消', en: 'Cancelled' },
} as const satisfies { readonly [state in AwardState]: Bilingual }
