/**
 * The days of a calendar that shows `today`, from a Monday on: its week, or the six weeks from the one in which its
 * month begins, which hold any month. As many empty names while today is not known.
 */
export function calendarDays(today: string, layout: 'week' | 'month'): string[] {
  const isWeek = layout === 'week'
  return Array.from({ length: isWeek ? 7 : 42 }, (_, i) => {
    // A day's name alone is read as UTC, where days are all alike.
    const day = new Date(isWeek ? today : `${today.slice(0, 8)}01`)
    day.setUTCDate(day.getUTCDate() + i - ((day.getUTCDay() + 6) % 7))
    return today && day.toISOString().slice(0, 10)
  })
}
