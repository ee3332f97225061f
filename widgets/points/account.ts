import type { PlayRules, RulesDocument } from '../../schemas/rules'
import type { PointsRules } from './rules'

export const newAccount: PointsRules = { kind: 'points', title: { 'zh-CN': '积分', 'en': 'Points' }, multipliers: [] }

/** The points account that a new play pays into: the first that the rules hold, else one that comes with the play. */
export function accountFor(rules: RulesDocument): { readonly id: string; readonly besides: { readonly [id: string]: PlayRules } } {
  const held = Object.keys(rules.plays).find((id) => rules.plays[id]!.kind === 'points')
  if (held) return { id: held, besides: {} }
  const id = rules.plays['points'] ? 'points-account' : 'points'
  return { id, besides: { [id]: newAccount } }
}
