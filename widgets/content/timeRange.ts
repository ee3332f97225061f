import type { Locale } from '../../schemas/words'
import { dayText, timeText } from '../clock'
import type { Times } from '../host'

/** When the activity is on, as its own time zone's calendar says it: `1月1日 00:00 – 1月9日 00:00`. */
export function timeRange(times: Times, locale: Locale): string {
  return [times.startsAt, times.endsAt].map((at) => `${dayText(at, times, locale)} ${timeText(at, times)}`).join(' – ')
}
