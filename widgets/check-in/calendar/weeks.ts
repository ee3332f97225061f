import { addDays } from '../../../schemas/days'

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** The days of a calendar that shows `today`: its week, or five weeks from the one in which its month begins (a sixth drops the first). */
export function calendarDays(today: string, layout: 'week' | 'month'): string[] {
  const week = mondayOf(today)
  const month = mondayOf(`${today.slice(0, 7)}-01`)
  const start = layout === 'week' ? week : addDays(month, 35) <= today ? addDays(month, 7) : month
  return Array.from({ length: layout === 'week' ? 7 : 35 }, (_, i) => addDays(start, i))
}
