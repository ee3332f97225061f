import { parseAbsolute, toCalendarDateTime, toZoned, type CalendarDateTime } from '@internationalized/date'
import { instantAt } from '../../schemas/days'

/** The clock on a wall in `timeZone` at a written instant (RFC 3339); null when it cannot be read. */
export function wallClockOf(instant: string, timeZone: string): CalendarDateTime | null {
  try {
    return toCalendarDateTime(parseAbsolute(instant, timeZone))
  } catch {
    return null
  }
}

/** A wall clock in `timeZone` as documents write instants. */
export function instantOf(clock: CalendarDateTime, timeZone: string): string {
  return instantAt(toZoned(clock, timeZone).toDate().getTime(), timeZone)
}
