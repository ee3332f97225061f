import { checkSegments } from './checkSegments'
import { fromSchema, type DocumentProblem, type Known } from './documentProblem'
import { isTimeZone } from './days'
import type { Phase, RulesDocument } from './rules'
import type { Bilingual } from './words'

/** What is wrong with rules whose shape is sound. */
export function checkRulesDocument(rules: RulesDocument, known: Known): DocumentProblem[] {
  const ids = Object.keys(rules.plays)
  const shapes = ids.flatMap((id) => checkShape(id, rules, known))
  // A kind may look at any other play, so all of them must have their shape first.
  const deeper = shapes.some(({ severity }) => severity === 'error') ? [] : ids.flatMap((id) => checkPlay(id, rules, known))
  return [...checkSchedule(rules), ...checkSegments(rules), ...shapes, ...deeper]
}

function checkSchedule({ schedule }: RulesDocument): DocumentProblem[] {
  const ids = schedule.phases.map(({ id }) => id)
  return [
    ...(isTimeZone(schedule.timeZone)
      ? []
      : [problem('/schedule/timeZone', { zh: `没有时区“${schedule.timeZone}”`, en: `There is no time zone "${schedule.timeZone}"` })]),
    ...(isOrdered(schedule) ? [] : [problem('/schedule/endsAt', { zh: '结束时间必须晚于开始时间', en: 'The end must come after the start' })]),
    ...schedule.phases.flatMap((phase, i) => checkPhase(phase, i, ids)),
  ]
}

function checkPhase(phase: Phase, i: number, ids: readonly string[]): DocumentProblem[] {
  return [
    ...(isOrdered(phase) ? [] : [problem(`/schedule/phases/${i}/endsAt`, { zh: '阶段的结束时间必须晚于开始时间', en: 'The phase must end after it starts' })]),
    ...(ids.indexOf(phase.id) === i
      ? []
      : [problem(`/schedule/phases/${i}/id`, { zh: `阶段“${phase.id}”重复了`, en: `There is another phase "${phase.id}"` })]),
  ]
}

function isOrdered({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): boolean {
  return Date.parse(startsAt) < Date.parse(endsAt)
}

function checkShape(id: string, rules: RulesDocument, { kinds, validators }: Known): DocumentProblem[] {
  const play = rules.plays[id]!
  const path = `/plays/${id}`
  if (!kinds[play.kind])
    return [
      problem(
        `${path}/kind`,
        { zh: `不认识的玩法“${play.kind}”，会原样保留但不能参与`, en: `Unknown kind of play "${play.kind}"; it is kept but cannot be played` },
        'warning',
      ),
    ]
  return fromSchema('rules', validators.plays[play.kind]!(play), { path })
}

function checkPlay(id: string, rules: RulesDocument, { kinds }: Known): DocumentProblem[] {
  const play = rules.plays[id]!
  const kind = kinds[play.kind]
  if (!kind) return []
  const path = `/plays/${id}`
  const phases = new Set(rules.schedule.phases.map((phase) => phase.id))
  const lost = (play.phases ?? []).filter((phase) => !phases.has(phase))
  return [
    ...lost.map((phase) => problem(`${path}/phases`, { zh: `没有阶段“${phase}”`, en: `There is no phase "${phase}"` })),
    ...kind.check({ rules, id, play }).map((found) => ({ document: 'rules' as const, ...found, path: `${path}${found.path}` })),
  ]
}

function problem(path: string, message: Bilingual, severity: 'error' | 'warning' = 'error'): DocumentProblem {
  return { document: 'rules', path, message, severity }
}
