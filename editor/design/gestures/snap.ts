import type { Rect } from './geometry'

/** A line that something stands on. `from` and `to` are its ends, along the other axis. */
interface Stop {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Where moving things may come to rest: edges and centres, sorted. Made once a gesture. */
export interface Stops {
  readonly x: readonly Stop[]
  readonly y: readonly Stop[]
}

/** A line to show: at `at` on `axis`, from one end to the other on the other axis. */
export interface Guide extends Stop {
  readonly axis: 'x' | 'y'
}

export interface Snapped {
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
}

export function stopsOf(rects: readonly Rect[]): Stops {
  const sorted = (stops: Stop[]): Stop[] => stops.sort((a, b) => a.at - b.at)
  return {
    x: sorted(rects.flatMap(({ x, y, w, h }) => [x, x + w / 2, x + w].map((at) => ({ at, from: y, to: y + h })))),
    y: sorted(rects.flatMap(({ x, y, w, h }) => [y, y + h / 2, y + h].map((at) => ({ at, from: x, to: x + w })))),
  }
}

/** The sides that move: all of them in a drag, one or two in a resize. */
export interface Sides {
  readonly x: readonly ('start' | 'middle' | 'end')[]
  readonly y: readonly ('start' | 'middle' | 'end')[]
}

export const allSides: Sides = { x: ['start', 'middle', 'end'], y: ['start', 'middle', 'end'] }

/** How far a rectangle is from the nearest stops, if within `reach` px; and the lines it then stands on. */
export function snap(rect: Rect, stops: Stops, reach: number, sides: Sides = allSides): Snapped {
  const across = along(sides.x, rect.x, rect.w, stops.x, reach)
  const down = along(sides.y, rect.y, rect.h, stops.y, reach)
  const moved = { ...rect, x: rect.x + across.by, y: rect.y + down.by }
  return {
    dx: across.by,
    dy: down.by,
    guides: [
      ...(across.stop
        ? [{ axis: 'x' as const, at: across.stop.at, from: Math.min(across.stop.from, moved.y), to: Math.max(across.stop.to, moved.y + moved.h) }]
        : []),
      ...(down.stop ? [{ axis: 'y' as const, at: down.stop.at, from: Math.min(down.stop.from, moved.x), to: Math.max(down.stop.to, moved.x + moved.w) }] : []),
    ],
  }
}

const shares = { start: 0, middle: 0.5, end: 1 }

function along(sides: Sides['x'], start: number, length: number, stops: readonly Stop[], reach: number): { by: number; stop: Stop | null } {
  let best: { by: number; stop: Stop | null } = { by: 0, stop: null }
  for (const side of sides) {
    const line = start + length * shares[side]
    const stop = nearest(stops, line)
    if (!stop) continue
    const by = stop.at - line
    if (Math.abs(by) <= reach && (!best.stop || Math.abs(by) < Math.abs(best.by))) best = { by, stop }
  }
  return best
}

/** Binary search: the cost of a move does not grow with the number of siblings. */
function nearest(stops: readonly Stop[], at: number): Stop | null {
  let low = 0
  let high = stops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stops[middle]!.at < at) low = middle + 1
    else high = middle
  }
  const [below, above] = [stops[low - 1], stops[low]]
  if (!below || !above) return below ?? above ?? null
  return at - below.at <= above.at - at ? below : above
}
