import type { Rect } from './geometry'

type Axis = 'x' | 'y'

/** An empty stretch between two things, to be shown with its length. It runs along `axis`; `at` is where it lies on the other one. */
export interface Gap {
  readonly axis: Axis
  readonly from: number
  readonly to: number
  readonly at: number
}

export interface EvenGaps {
  /** How far to move along the axis. */
  readonly by: number
  readonly gaps: readonly Gap[]
}

/** One direction of a rectangle: where it starts and ends, and the same across. */
interface Span {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
}

function spanOf({ x, y, w, h }: Rect, axis: Axis): Span {
  return axis === 'x' ? { start: x, end: x + w, low: y, high: y + h } : { start: y, end: y + h, low: x, high: x + w }
}

/** Things that stand about, as both directions see them. Made once a gesture. */
export interface Field {
  readonly x: readonly Span[]
  readonly y: readonly Span[]
}

export function fieldOf(rects: readonly Rect[]): Field {
  return { x: rects.map((rect) => spanOf(rect, 'x')), y: rects.map((rect) => spanOf(rect, 'y')) }
}

const crosses = (a: Span, b: Span): boolean => a.low < b.high && b.low < a.high

/** The nearest one before or after a place, among those that stand in the same row or column. */
function neighbour(spans: readonly Span[], of: Span, side: 'before' | 'after', slack: number): Span | null {
  let best: Span | null = null
  for (const span of spans) {
    if (!crosses(span, of)) continue
    if (side === 'before' ? span.end <= of.start + slack && (!best || span.end > best.end) : span.start >= of.end - slack && (!best || span.start < best.start))
      best = span
  }
  return best
}

/** The nearest place along an axis where gaps become equal, if within `reach` px: between two neighbours, or as far from one as it is from its own. */
export function evenGaps(rect: Rect, field: Field, axis: Axis, reach: number): EvenGaps | null {
  const spans = field[axis]
  const own = spanOf(rect, axis)
  const [before, after] = [neighbour(spans, own, 'before', reach), neighbour(spans, own, 'after', reach)]
  const found = [
    between(own, before, after),
    follow(own, before, before && neighbour(spans, before, 'before', 0)),
    lead(own, after, after && neighbour(spans, after, 'after', 0)),
  ]
  const near = found.filter((one): one is Placed => one !== null && Math.abs(one.start - own.start) <= reach)
  const best = near.sort((a, b) => Math.abs(a.start - own.start) - Math.abs(b.start - own.start))[0]
  if (!best) return null
  const at = (own.low + own.high) / 2
  return { by: best.start - own.start, gaps: best.stretches.map(([from, to]) => ({ axis, from, to, at })) }
}

interface Placed {
  readonly start: number
  readonly stretches: readonly (readonly [number, number])[]
}

function between(own: Span, before: Span | null, after: Span | null): Placed | null {
  if (!before || !after) return null
  const gap = (after.start - before.end - (own.end - own.start)) / 2
  if (gap <= 0) return null
  return {
    start: before.end + gap,
    stretches: [
      [before.end, before.end + gap],
      [after.start - gap, after.start],
    ],
  }
}

function follow(_own: Span, before: Span | null, first: Span | null): Placed | null {
  if (!before || !first) return null
  const gap = before.start - first.end
  return gap > 0
    ? {
        start: before.end + gap,
        stretches: [
          [first.end, before.start],
          [before.end, before.end + gap],
        ],
      }
    : null
}

function lead(own: Span, after: Span | null, last: Span | null): Placed | null {
  if (!after || !last) return null
  const gap = last.start - after.end
  const length = own.end - own.start
  return gap > 0
    ? {
        start: after.start - gap - length,
        stretches: [
          [after.start - gap, after.start],
          [after.end, last.start],
        ],
      }
    : null
}

/** How far a rectangle is from what stands nearest on its four sides: siblings in its row and column, else the edges of what holds it. */
export function distances(rect: Rect, field: Field, holder: Rect): Gap[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const spans = field[axis]
    const [own, outer] = [spanOf(rect, axis), spanOf(holder, axis)]
    const [before, after] = [neighbour(spans, own, 'before', 0), neighbour(spans, own, 'after', 0)]
    const at = (own.low + own.high) / 2
    return [
      { axis, from: before?.end ?? outer.start, to: own.start, at },
      { axis, from: own.end, to: after?.start ?? outer.end, at },
    ].filter(({ from, to }) => to - from >= 1)
  })
}

/** The stretches that separate two rectangles, or one inside another from its edges. */
export function separation(rect: Rect, other: Rect): Gap[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const [own, far] = [spanOf(rect, axis), spanOf(other, axis)]
    const at = (Math.max(own.low, far.low) + Math.min(own.high, far.high)) / 2
    const middle = crosses(own, far) ? at : (own.low + own.high) / 2
    if (far.end <= own.start) return [{ axis, from: far.end, to: own.start, at: middle }]
    if (far.start >= own.end) return [{ axis, from: own.end, to: far.start, at: middle }]
    const [low, high] = [Math.min(own.start, far.start), Math.max(own.start, far.start)]
    const [nearEnd, farEnd] = [Math.min(own.end, far.end), Math.max(own.end, far.end)]
    return [
      { axis, from: low, to: high, at: middle },
      { axis, from: nearEnd, to: farEnd, at: middle },
    ].filter(({ from, to }) => to - from >= 1)
  })
}
