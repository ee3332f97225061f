import type { Rect } from './geometry'

export type Axis = 'x' | 'y'

/** One direction of a rectangle: where it starts and ends, and the same across. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
}

export function spanOf({ x, y, w, h }: Rect, axis: Axis): Span {
  return axis === 'x' ? { start: x, end: x + w, low: y, high: y + h } : { start: y, end: y + h, low: x, high: x + w }
}

/** Those that stand in one strip across, by where they start and by where they end. */
interface Band {
  readonly byStart: readonly Span[]
  readonly byEnd: readonly Span[]
}

/** Spans in strips, so that a look at one's neighbours goes over few of many. */
export interface Bands {
  readonly wide: number
  readonly at: ReadonlyMap<number, Band>
}

/** Things that stand about, as both directions see them. Made once a gesture. */
export interface Field {
  readonly x: Bands
  readonly y: Bands
}

export function fieldOf(rects: readonly Rect[]): Field {
  return { x: bandsOf(rects.map((rect) => spanOf(rect, 'x'))), y: bandsOf(rects.map((rect) => spanOf(rect, 'y'))) }
}

const narrowest = 16
/** What is larger than this many strips is rare enough for the rest to stay quick. */
const mostStrips = 512

function bandsOf(spans: readonly Span[]): Bands {
  const extent = spans.reduce((far, { low, high }) => ({ low: Math.min(far.low, low), high: Math.max(far.high, high) }), { low: 0, high: 0 })
  const usual = spans.reduce((sum, { low, high }) => sum + high - low, 0) / Math.max(1, spans.length)
  const wide = Math.max(narrowest, usual, (extent.high - extent.low) / mostStrips)
  const strips = new Map<number, Span[]>()
  for (const span of spans)
    for (const strip of stripsOf(span, wide)) {
      const known = strips.get(strip)
      if (known) known.push(span)
      else strips.set(strip, [span])
    }
  return { wide, at: new Map([...strips].map(([strip, all]) => [strip, bandOf(all)])) }
}

function bandOf(spans: readonly Span[]): Band {
  return { byStart: [...spans].sort((a, b) => a.start - b.start), byEnd: [...spans].sort((a, b) => a.end - b.end) }
}

function* stripsOf({ low, high }: Span, wide: number): Generator<number> {
  for (let strip = Math.floor(low / wide); strip * wide < high; strip++) yield strip
}

export const crosses = (a: Span, b: Span): boolean => a.low < b.high && b.low < a.high

/** The nearest one before or after a place, among those that stand in the same row or column. It may reach over by `slack` px. */
export function neighbour({ wide, at }: Bands, of: Span, side: 'before' | 'after', slack: number): Span | null {
  let best: Span | null = null
  for (const strip of stripsOf(of, wide)) {
    const band = at.get(strip)
    const found = band ? (side === 'before' ? lastBefore(band.byEnd, of, slack) : firstAfter(band.byStart, of, slack)) : null
    if (found && (!best || (side === 'before' ? found.end > best.end : found.start < best.start))) best = found
  }
  return best
}

function lastBefore(byEnd: readonly Span[], of: Span, slack: number): Span | null {
  for (let i = countWhile(byEnd, ({ end }) => end <= of.start + slack) - 1; i >= 0; i--) if (crosses(byEnd[i]!, of)) return byEnd[i]!
  return null
}

function firstAfter(byStart: readonly Span[], of: Span, slack: number): Span | null {
  for (let i = countWhile(byStart, ({ start }) => start < of.end - slack); i < byStart.length; i++) if (crosses(byStart[i]!, of)) return byStart[i]!
  return null
}

/** How many at the beginning of a sorted list are so. */
function countWhile(spans: readonly Span[], isSo: (span: Span) => boolean): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(spans[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
