/** A point or rectangle in px, whichever plane it is measured in. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly w: number
  readonly h: number
}

export function holds({ x, y, w, h }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h
}

/** The smallest rectangle around some; null around none. */
export function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.w))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.h))
  return { x, y, w: right - x, h: bottom - y }
}

/** A vector turned clockwise by so many degrees, as screens count them. */
export function turned({ x, y }: Point, degrees: number): Point {
  if (degrees === 0) return { x, y }
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}

/** The direction from one point to another in degrees: 0 is up, 90 right. */
export function bearing(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI + 90
}

export function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** The rectangle between two of its corners. */
export function spanned(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) }
}

/** Whether an upright rectangle touches another one that is turned around its centre by so many degrees. `b` is the other one before it is turned. */
export function touchesTurned(a: Rect, b: Rect, degrees: number): boolean {
  if (degrees === 0) return touches(a, b)
  const centre = centreOf(b)
  const seenFrom = (one: Rect, by: number): Rect => around(cornersOf(one).map((corner) => ({ ...turnedAbout(corner, centre, by), w: 0, h: 0 })))!
  return touches(a, seenFrom(b, degrees)) && touches(seenFrom(a, -degrees), b)
}

export function centreOf({ x, y, w, h }: Rect): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

function cornersOf({ x, y, w, h }: Rect): readonly Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x, y: y + h },
    { x: x + w, y: y + h },
  ]
}

function turnedAbout(point: Point, centre: Point, degrees: number): Point {
  const { x, y } = turned({ x: point.x - centre.x, y: point.y - centre.y }, degrees)
  return { x: centre.x + x, y: centre.y + y }
}
