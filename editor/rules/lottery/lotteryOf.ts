import type { RulesDocument } from '../../../schemas/rules'
import type { LotteryRules } from '../../../widgets/lottery/lotterySchema'

/** The lottery of that id in rules whose shape was found sound; null where it is none. */
export function lotteryOf({ plays }: RulesDocument, id: string): LotteryRules | null {
  const play = plays[id]
  // Sound rules have the shape of their kind.
  return play?.kind === 'lottery' ? (play as unknown as LotteryRules) : null
}
