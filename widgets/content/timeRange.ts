import type { Locale } from '../../schemas/words'
import type { Times } from '../host'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than all else of a page's drawing. */
function formatFor(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  formats.set(key, format)
  return format
}

/** When the activity is on, as its own time zone's calendar says it: `1月1日 00:00 – 1月8日 24:00`. */
export function timeRange({ startsAt, endsAt, timeZone }: Times, locale: Locale): string {
  const format = formatFor(locale, timeZone)
  return `${format.format(startsAt)} – ${format.format(endsAt)}`
}
