import type { Point, Rect } from './geometry'

const zone = 48
const fastest = 16

/** How far to scroll a view in this frame while the pointer is near its edge: faster the nearer, nothing further in. */
export function scrollBy(point: Point, view: Rect): Point {
  return { x: pull(point.x, view.x, view.w), y: pull(point.y, view.y, view.h) }
}

function pull(at: number, start: number, length: number): number {
  const reach = Math.min(zone, length / 4)
  const into = at - start < reach ? at - start - reach : Math.max(0, at - (start + length - reach))
  return Math.round(Math.max(-1, Math.min(1, into / reach)) * fastest) || 0
}
