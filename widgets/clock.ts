import type { Locale } from '../schemas/words'
import type { Times } from './host'

type Zone = Pick<Times, 'offsets'>

/** The clock on a wall of the activity's time zone, as if it were UTC. Without a formatter of the browser's own: one costs a phone more than all else that a page does. */
function wallClock(at: number, { offsets }: Zone): Date {
  const [, minutes] = offsets.filter(([from]) => from <= at).pop() || offsets[0]!
  return new Date(at + minutes * 60_000)
}

/** The time of day in the activity's time zone: `20:00`. */
export function timeText(at: number, zone: Zone): string {
  return wallClock(at, zone).toISOString().slice(11, 16)
}

/** The day of the year in the activity's time zone: `1月5日`, `Jan 5`. */
export function dayText(at: number, zone: Zone, locale: Locale): string {
  const clock = wallClock(at, zone)
  return locale === 'en' ? `${clock.toUTCString().slice(8, 11)} ${clock.getUTCDate()}` : `${clock.getUTCMonth() + 1}月${clock.getUTCDate()}日`
}
