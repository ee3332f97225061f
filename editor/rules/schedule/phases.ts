import type { Phase, RulesDocument } from '../../../schemas/rules'
import type { Words } from '../../../schemas/words'
import { instantAt } from '../../../schemas/days'
import { freeId } from '../freeId'

const dayMs = 86_400_000

/** The rules with one more phase, right after the last one: at most three days, and inside the activity where there is room. */
export function withPhase(rules: RulesDocument, title: Words): RulesDocument {
  const { schedule } = rules
  const ends = schedule.phases.map(({ endsAt }) => Date.parse(endsAt))
  const end = Date.parse(schedule.endsAt)
  const start = Date.parse(schedule.startsAt)
  const latest = Math.max(start, ...ends)
  const from = latest < end ? latest : start
  const to = Math.min(end, from + 3 * dayMs)
  const phase: Phase = {
    id: freeId(
      'phase',
      schedule.phases.map(({ id }) => id),
    ),
    kind: 'custom',
    title,
    startsAt: instantAt(from, schedule.timeZone),
    endsAt: instantAt(to > from ? to : from + dayMs, schedule.timeZone),
  }
  return { ...rules, schedule: { ...schedule, phases: [...schedule.phases, phase] } }
}

/** The rules without one phase. Plays that name it go on doing so, and the check says so: nothing opens by itself. */
export function withoutPhase(rules: RulesDocument, index: number): RulesDocument {
  return { ...rules, schedule: { ...rules.schedule, phases: rules.schedule.phases.filter((_, i) => i !== index) } }
}
