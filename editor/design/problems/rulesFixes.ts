import { instantAt } from '../../../schemas/days'
import type { RulesDocument } from '../../../schemas/rules'
import type { Bilingual } from '../../../schemas/words'
import type { Slot } from '../../../widgets/lottery/lotterySchema'
import { restPpm } from '../../../widgets/lottery/pick'
import { noWin } from '../../../widgets/lottery/rules'
import { freeId } from '../../rules/freeId'
import { lotteryOf } from '../../rules/lottery/lotteryOf'
import { mostSlots, scaledSlots } from '../../rules/lottery/odds'
import type { RulesFix } from './finding'

const weekMs = 7 * 24 * 3600 * 1000

/** Lets the activity run for another week from `now`. */
export function longer(now: number): RulesFix {
  return {
    name: { zh: '延长到 7 天后', en: 'Run for 7 more days' },
    mend: (rules) => ({ ...rules, schedule: { ...rules.schedule, endsAt: instantAt(now + weekMs, rules.schedule.timeZone) } }),
  }
}

/** Odds that do not add up to certainty, made to; null where the path is about something else. */
export function fairOdds(rules: RulesDocument, path: string): RulesFix | null {
  const id = /^\/plays\/([^/]+)\/slots$/.exec(path)?.[1]
  const play = id === undefined ? null : lotteryOf(rules, id)
  if (id === undefined || !play) return null
  const rest = restPpm(play.slots)
  if (rest < 0) return slotsFix(id, { zh: '按比例缩到 100%', en: 'Scale to 100%' }, scaledSlots)
  return rest > 0 && play.slots.length < mostSlots ? slotsFix(id, { zh: '其余写明“谢谢参与”', en: 'Say “No win” for the rest' }, withRest) : null
}

function slotsFix(id: string, name: Bilingual, mendSlots: (slots: readonly Slot[]) => readonly Slot[]): RulesFix {
  return {
    name,
    mend(now) {
      const found = lotteryOf(now, id)
      return found ? { ...now, plays: { ...now.plays, [id]: { ...found, slots: [...mendSlots(found.slots)] } } } : now
    },
  }
}

/** What no slot claims, as a slot that says so. */
function withRest(slots: readonly Slot[]): readonly Slot[] {
  const id = freeId(
    'none',
    slots.map((slot) => slot.id),
  )
  return [...slots, { ...noWin, id, weightPpm: restPpm(slots) }]
}
