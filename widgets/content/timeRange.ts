import type { Locale } from '../../schemas/words'
import { dayText, timeText } from '../clock'
import type { Times } from '../host'

/** When the activity is on, as its own time zone's calendar says it: `1月1日 10:00 – 1月9日 22:00`, or by its first and last day where it fills whole days. */
export function timeRange(times: Times, locale: Locale): string {
  const { startsAt, endsAt } = times
  const [from, to] = [timeText(startsAt, times), timeText(endsAt, times)]
  if (from !== '00:00' || to !== '00:00') return `${dayText(startsAt, times, locale)} ${from} – ${dayText(endsAt, times, locale)} ${to}`
  return [...new Set([startsAt, endsAt - 1].map((at) => dayText(at, times, locale)))].join(' – ')
}
