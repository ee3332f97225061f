import { addDays, dayKey, startOfDay } from '../../schemas/days'

/** The time zone of new activities. */
export const timeZone = 'Asia/Shanghai'

/** Days around now, as documents write instants: `at(0)` is today's first instant, `at(7)` that of the day in a week. */
export function daysFrom(now: number): (days: number) => string {
  const today = dayKey(now, timeZone, 0)
  return (days) => {
    const day = addDays(today, days)
    // Shanghai has kept one offset since 1991.
    return `${new Date(startOfDay(day, timeZone, 0) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
  }
}
