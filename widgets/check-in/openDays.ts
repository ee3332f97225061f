import { addDays, dayKey, startOfDay } from '../../schemas/days'
import { opensNext, playStageAt, windowsOf } from '../../schemas/phases'
import type { Schedule } from '../../schemas/rules'
import type { CheckInContext, CheckInRules } from './rules'

/** The activity's day of an instant (epoch ms). */
export function dayOf({ timeZone, dayCutoffHour }: Schedule, at: number): string {
  return dayKey(at, timeZone, dayCutoffHour)
}

/** The hours of the window counted from the start of an activity day: 0 ≤ from < to ≤ 24, unless the window crosses the cut-off. */
export function hoursIntoDay({ from, to }: NonNullable<CheckInRules['window']>, cutoffHour: number): { readonly from: number; readonly to: number } {
  return { from: (from - cutoffHour + 24) % 24, to: ((to - cutoffHour + 23) % 24) + 1 }
}

/** When check-in opens and closes on a day (epoch ms, half-open), by the clock on the wall, also where summer time begins or ends. */
export function openingOf({ rules: { schedule }, play }: CheckInContext, day: string): { readonly opens: number; readonly closes: number } {
  const { timeZone, dayCutoffHour } = schedule
  const { from, to } = play.window ? hoursIntoDay(play.window, dayCutoffHour) : { from: 0, to: 24 }
  const instant = (hours: number) => {
    const hour = dayCutoffHour + hours
    return startOfDay(addDays(day, Math.floor(hour / 24)), timeZone, hour % 24)
  }
  return { opens: instant(from), closes: instant(to) }
}

/** When the next check-in after `today` is possible; nothing when the play is over by then. */
export function nextOpening(context: CheckInContext, today: string): { readonly retryAt?: number } {
  const { opens } = openingOf(context, addDays(today, 1))
  const stage = playStageAt(context.rules, context.id, opens)
  if (stage === 'running') return { retryAt: opens }
  const later = stage === 'before' ? opensNext(context.rules, context.id, opens) : null
  return later === null ? {} : { retryAt: later }
}

/** The days that each window of the play touches, both ends included. */
function spansOf({ rules, id }: CheckInContext): { readonly first: string; readonly last: string }[] {
  return windowsOf(rules, id).map(({ startsAt, endsAt }) => ({
    first: dayOf(rules.schedule, Date.parse(startsAt)),
    last: dayOf(rules.schedule, Date.parse(endsAt) - 1),
  }))
}

/** The first and the last day of the play. */
export function playDays(context: CheckInContext): { readonly first: string; readonly last: string } {
  const spans = spansOf(context)
  return {
    first: spans.map(({ first }) => first).sort()[0] ?? '',
    last:
      spans
        .map(({ last }) => last)
        .sort()
        .reverse()[0] ?? '',
  }
}

/** The days that may be made up on `today`, earliest first, done ones among them: near enough, and in the play's own time. */
export function daysToMakeUp(context: CheckInContext, today: string): string[] {
  const back = context.play.makeup?.backDays ?? 0
  const spans = spansOf(context)
  return Array.from({ length: back }, (_, i) => addDays(today, i - back)).filter((day) => spans.some(({ first, last }) => first <= day && day <= last))
}
