import { parseAbsolute, toCalendarDateTime, toZoned, type CalendarDateTime } from '@internationalized/date'

/** The clock on a wall in `timeZone` at a written instant (RFC 3339); null when it cannot be read. */
export function wallClockOf(instant: string, timeZone: string): CalendarDateTime | null {
  try {
    return toCalendarDateTime(parseAbsolute(instant, timeZone))
  } catch {
    return null
  }
}

/** A wall clock in `timeZone` as an instant with its offset, to the second: `2026-01-01T09:00:00+08:00`. */
export function instantOf(clock: CalendarDateTime, timeZone: string): string {
  const zoned = toZoned(clock, timeZone)
  const minutes = Math.round(zoned.offset / 60_000)
  const pad = (part: number): string => String(Math.trunc(part)).padStart(2, '0')
  const offset = minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`
  return `${clock.toString().slice(0, 19)}${offset}`
}

/** Epoch ms as documents write it, with the offset that `timeZone` has then. */
export function instantAt(at: number, timeZone: string): string {
  return instantOf(toCalendarDateTime(parseAbsolute(new Date(at).toISOString(), timeZone)), timeZone)
}
