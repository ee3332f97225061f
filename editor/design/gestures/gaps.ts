import type { Rect } from './geometry'
import { crosses, neighbour, spanOf, type Axis, type Bands, type Field, type Span } from './neighbours'

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

/** Two gaps that differ by less, in px, are equal. */
const same = 0.6
/** No more gaps are shown on one side than this. */
const mostShown = 12

/** The nearest place along an axis where gaps become equal, if within `reach` px: between two neighbours, or as far from one as it is from its own. */
export function evenGaps(rect: Rect, field: Field, axis: Axis, reach: number): EvenGaps | null {
  const bands = field[axis]
  const own = spanOf(rect, axis)
  const [before, after] = [neighbour(bands, own, 'before', reach), neighbour(bands, own, 'after', reach)]
  const [first, last] = [before && neighbour(bands, before, 'before', 0), after && neighbour(bands, after, 'after', 0)]
  const length = own.end - own.start
  const place = nearest(own, reach, [
    before && after && { at: (before.end + after.start - length) / 2, gap: (after.start - before.end - length) / 2 },
    before && first && { at: before.end + before.start - first.end, gap: before.start - first.end },
    after && last && { at: after.start - (last.start - after.end) - length, gap: last.start - after.end },
  ])
  if (!place) return null
  const settled = { ...own, start: place.at, end: place.at + length }
  const gaps = (['before', 'after'] as const).flatMap((side) => chain(bands, settled, side, place.gap))
  return gaps.length > 1 ? { by: place.at - own.start, gaps: gaps.map((gap) => ({ axis, ...gap })) } : null
}

/** A place to start at, and the gap that is kept there. */
interface Placed {
  readonly at: number
  readonly gap: number
}

function nearest(own: Span, reach: number, places: readonly (Placed | null)[]): Placed | undefined {
  const far = ({ at }: Placed): number => Math.abs(at - own.start)
  return places.filter((one): one is Placed => one !== null && one.gap > 0 && far(one) <= reach).sort((a, b) => far(a) - far(b))[0]
}

/** The gaps of this length that follow each other on one side of something, whatever lies in its way ending them. */
function chain(bands: Bands, from: Span, side: 'before' | 'after', length: number): Omit<Gap, 'axis'>[] {
  const gaps: Omit<Gap, 'axis'>[] = []
  for (let at = from; gaps.length < mostShown;) {
    const next = neighbour(bands, at, side, same)
    const [near, far] = side === 'before' ? [next, at] : [at, next]
    if (!next || !near || !far || Math.abs(far.start - near.end - length) > same) break
    gaps.push({ from: near.end, to: far.start, at: shared(near, far) })
    at = next
  }
  return side === 'before' ? gaps.reverse() : gaps
}

/** The middle of what two have in common across. */
function shared(a: Span, b: Span): number {
  return (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2
}

/** How far a rectangle is from what stands nearest on its four sides: siblings in its row and column, else the edges of what holds it. */
export function distances(rect: Rect, field: Field, holder: Rect): Gap[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const [own, outer] = [spanOf(rect, axis), spanOf(holder, axis)]
    const [before, after] = [neighbour(field[axis], own, 'before', 0), neighbour(field[axis], own, 'after', 0)]
    return [
      { axis, from: before?.end ?? outer.start, to: own.start, at: shared(own, before ?? own) },
      { axis, from: own.end, to: after?.start ?? outer.end, at: shared(own, after ?? own) },
    ].filter(({ from, to }) => to - from >= 1)
  })
}

/** The stretches that separate two rectangles, or one inside another from its edges. */
export function separation(rect: Rect, other: Rect): Gap[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const [own, far] = [spanOf(rect, axis), spanOf(other, axis)]
    const at = crosses(own, far) ? shared(own, far) : (own.low + own.high) / 2
    if (far.end <= own.start) return [{ axis, from: far.end, to: own.start, at }]
    if (far.start >= own.end) return [{ axis, from: own.end, to: far.start, at }]
    return [
      { axis, from: Math.min(own.start, far.start), to: Math.max(own.start, far.start), at },
      { axis, from: Math.min(own.end, far.end), to: Math.max(own.end, far.end), at },
    ].filter(({ from, to }) => to - from >= 1)
  })
}
