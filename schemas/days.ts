const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

const quarterMs = 900_000
const dayMs = 86_400_000
const mostKept = 10_000
/** By time zone, by quarter of an hour. */
const offsets = new Map<string, Map<number, number>>()

/** The clock on a wall in `timeZone` at `at` (epoch ms), as if it were UTC, to the second. */
function wallClock(at: number, timeZone: string): number {
  const quarter = Math.floor(at / quarterMs)
  return Math.floor(at / 1000) * 1000 + offsetIn(quarter, timeZone)
}

/** How far a zone is ahead of UTC (ms) in a quarter of an hour. Zones have one offset in each: they change their clocks on quarters of UTC (all do since 1972). */
function offsetIn(quarter: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  const kept = known.get(quarter)
  if (kept !== undefined) return kept
  const at = quarter * quarterMs
  const offset = formatted(at, timeZone) - at
  if (known.size >= mostKept) known.clear()
  offsets.set(timeZone, known.set(quarter, offset))
  return offset
}

function formatted(at: number, timeZone: string): number {
  const part: { [type: string]: number } = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value)
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour'], part['minute'], part['second'])
}

/** The activity's day (`YYYY-MM-DD`) that `at` belongs to: its wall-clock date, the night hours before the cut-off counted to the day before. */
export function dayKey(at: number, timeZone: string, cutoffHour: number): string {
  return dateOf(Math.floor((wallClock(at, timeZone) - cutoffHour * 3_600_000) / dayMs))
}

const dates = new Map<number, string>()

/** The date so many days after 1970-01-01. The few that are asked for over and over are written once. */
function dateOf(days: number): string {
  const known = dates.get(days)
  if (known !== undefined) return known
  const date = new Date(days * dayMs).toISOString().slice(0, 10)
  if (dates.size >= mostKept) dates.clear()
  dates.set(days, date)
  return date
}

/** The day `days` after (or, negative, before) another. */
export function addDays(day: string, days: number): string {
  return dateOf(Date.parse(`${day}T00:00:00Z`) / dayMs + days)
}

/** The first instant (epoch ms) of an activity's day. Right across changes of summer time. */
export function startOfDay(day: string, timeZone: string, cutoffHour: number): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + cutoffHour * 3_600_000
  let at = wanted
  for (let i = 0; i < 3; i++) at += wanted - wallClock(at, timeZone)
  // In the hour that a change of summer time skips no instant shows the wanted wall clock: take the first one after it.
  return dayKey(at, timeZone, cutoffHour) < day ? at + 3_600_000 : at
}

/** Epoch ms as documents write it, to the second, with the offset that `timeZone` has then: `2026-01-01T09:00:00+08:00`. */
export function instantAt(at: number, timeZone: string): string {
  const clock = wallClock(at, timeZone)
  const minutes = Math.round((clock - at) / 60_000)
  const pad = (part: number): string => String(Math.trunc(part)).padStart(2, '0')
  const offset = minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`
  return `${new Date(clock).toISOString().slice(0, 19)}${offset}`
}

/** How far a time zone is ahead of UTC, in minutes, and since when; of what is before the first one nothing is said. */
export type Offsets = readonly (readonly [from: number, minutes: number])[]

/** The offsets of a time zone from `from` on until `to` (epoch ms): one, and one more for each change of summer time. */
export function offsetsBetween(timeZone: string, from: number, to: number): Offsets {
  const minutesAt = (at: number): number => Math.round((wallClock(at, timeZone) - at) / 60_000)
  const offsets: [number, number][] = [[from, minutesAt(from)]]
  // Two changes are weeks apart.
  for (let at = from; at < to; at += 7 * dayMs) {
    const known = offsets[offsets.length - 1]![1]
    if (minutesAt(at + 7 * dayMs) === known) continue
    let [before, after] = [at, at + 7 * dayMs]
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 2)
      if (minutesAt(middle) === known) before = middle
      else after = middle
    }
    // Clocks are changed on full minutes.
    const changed = Math.floor(after / 60_000) * 60_000
    offsets.push([changed, minutesAt(after)])
  }
  return offsets
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone)
    return true
  } catch {
    return false
  }
}
