import { instantAt } from '../../../schemas/days'
import type { RulesDocument } from '../../../schemas/rules'
import { scaled, wholePpm } from '../../rules/lottery/odds'
import type { LotteryRules } from '../../../widgets/lottery/lotterySchema'
import type { RulesFix } from './finding'

const weekMs = 7 * 24 * 3600 * 1000

/** Lets the activity run for another week from `now`. */
export function longer(now: number): RulesFix {
  return {
    name: { zh: '延长到 7 天后', en: 'Run for 7 more days' },
    mend: (rules) => ({ ...rules, schedule: { ...rules.schedule, endsAt: instantAt(now + weekMs, rules.schedule.timeZone) } }),
  }
}

/** Odds that add up to more than certainty, scaled down to it; null where the path is about something else. */
export function fairOdds(rules: RulesDocument, path: string): RulesFix | null {
  const id = /^\/plays\/([^/]+)\/slots$/.exec(path)?.[1]
  const lottery = id === undefined ? null : lotteryOf(rules, id)
  if (id === undefined || !lottery || sumOf(lottery) <= wholePpm) return null
  return {
    name: { zh: '按比例缩到 100%', en: 'Scale to 100%' },
    mend(now) {
      const found = lotteryOf(now, id)
      if (!found) return now
      const weights = scaled(found.slots.map(({ weightPpm }) => weightPpm))
      const slots = found.slots.map((slot, i) => ({ ...slot, weightPpm: weights[i]! }))
      return { ...now, plays: { ...now.plays, [id]: { ...found, slots } } }
    },
  }
}

function lotteryOf({ plays }: RulesDocument, id: string): LotteryRules | null {
  const play = plays[id]
  // Only rules whose shape the checker found sound are asked about.
  return play?.kind === 'lottery' ? (play as unknown as LotteryRules) : null
}

function sumOf({ slots }: LotteryRules): number {
  return slots.reduce((sum, { weightPpm }) => sum + weightPpm, 0)
}
