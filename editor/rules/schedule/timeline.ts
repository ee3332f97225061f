import { dayKey, addDays, startOfDay } from '../../../schemas/days'

/** A stretch of time in epoch ms, half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** No bar may become shorter than this. */
export const shortestMs = 5 * minuteMs

/** The stretch to draw: all spans with a little room at both ends. */
export function viewOf(spans: readonly Span[]): Span {
  const sound = spans.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
  const from = Math.min(...sound.map((span) => span.from))
  const to = Math.max(...sound.map((span) => span.to))
  const room = Math.max(hourMs, (to - from) * 0.04)
  return { from: from - room, to: to + room }
}

/** Where a moment lies in a view: 0 at its start, 1 at its end. */
export function shareOf(at: number, view: Span): number {
  return (at - view.from) / (view.to - view.from)
}

const steps = [5 * minuteMs, 15 * minuteMs, hourMs, 6 * hourMs, dayMs]

/** The grid that dragging keeps to: the finest on which one step is at least 4 px wide. */
export function stepFor(view: Span, widthPx: number): number {
  const msPerPx = (view.to - view.from) / Math.max(1, widthPx)
  return steps.find((step) => step / msPerPx >= 4) ?? dayMs
}

/** The moment on the grid nearest to `at`. The grid starts with the day on the wall clock of `timeZone`, so summer time does not shift it. */
export function snap(at: number, stepMs: number, timeZone: string): number {
  const start = startOfDay(dayKey(at, timeZone, 0), timeZone, 0)
  if (stepMs >= dayMs) {
    const next = startOfDay(addDays(dayKey(at, timeZone, 0), 1), timeZone, 0)
    return at - start < next - at ? start : next
  }
  return start + Math.round((at - start) / stepMs) * stepMs
}

export type Part = 'from' | 'to' | 'whole'

/** A span with one end, or all of it, moved by `byMs` onto the grid. An end never passes the other one; a whole span keeps its length. */
export function dragged(span: Span, part: Part, byMs: number, onto: (at: number) => number): Span {
  switch (part) {
    case 'from':
      return { from: Math.min(onto(span.from + byMs), span.to - shortestMs), to: span.to }
    case 'to':
      return { from: span.from, to: Math.max(onto(span.to + byMs), span.from + shortestMs) }
    case 'whole': {
      const from = onto(span.from + byMs)
      return { from, to: from + (span.to - span.from) }
    }
  }
}

/** Starts of days to mark in a view: as many as fit, at most `most`. */
export function dayMarks(view: Span, timeZone: string, most: number): readonly number[] {
  const days = Math.max(1, Math.ceil((view.to - view.from) / dayMs))
  const every = [1, 2, 3, 7, 14, 30, 60, 90, 180].find((count) => days / count <= most) ?? 365
  const marks: number[] = []
  for (let day = addDays(dayKey(view.from, timeZone, 0), 1); ; day = addDays(day, every)) {
    const at = startOfDay(day, timeZone, 0)
    if (at >= view.to) return marks
    marks.push(at)
  }
}
