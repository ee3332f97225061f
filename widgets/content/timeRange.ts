import type { Locale } from '../../schemas/words'
import type { Times } from '../host'

/** When the activity is on, as its own time zone's calendar says it: `1月1日 00:00 – 1月8日 24:00`. */
export function timeRange({ startsAt, endsAt, timeZone }: Times, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${format.format(startsAt)} – ${format.format(endsAt)}`
}
