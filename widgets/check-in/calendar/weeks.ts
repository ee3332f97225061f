import { addDays } from '../../../schemas/days'

/**
 * The days of a calendar that shows `today`, from a Monday on: its week, or five weeks from the one in which its
 * month begins (a sixth drops the first). As many empty names while today is not known.
 */
export function calendarDays(today: string, layout: 'week' | 'month'): string[] {
  const first = layout === 'week' ? today : `${today.slice(0, 8)}01`
  const weekday = (new Date(first).getUTCDay() + 6) % 7
  const days = Array.from({ length: 42 }, (_, i) => today && addDays(first, i - weekday))
  if (layout === 'week') return days.slice(0, 7)
  return days[34]! < today ? days.slice(7) : days.slice(0, 35)
}
