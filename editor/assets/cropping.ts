import type { AssetEdit } from '../../schemas/api/management'

/** In px of the picture as it is turned. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Bounds {
  readonly w: number
  readonly h: number
}

export const handles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof handles)[number]

/** A picture that is being cut: how it stands, and what of it is kept. */
export interface Cropping {
  readonly turn: 0 | 90 | 180 | 270
  readonly mirror: boolean
  readonly flip: boolean
  readonly rect: Rect
}

/** The least side of what is kept. */
const least = 8

/** How large a picture is once it is turned. */
export function turnedBounds({ w, h }: Bounds, turn: Cropping['turn']): Bounds {
  return turn === 90 || turn === 270 ? { w: h, h: w } : { w, h }
}

/** How a picture was cut when it was made; all of it, where nothing says so. `size` is the original's. */
export function croppingOf({ turn: quarter, mirror = false, flip = false, crop }: AssetEdit, size: Bounds): Cropping {
  const turn = quarter ?? 0
  const bounds = turnedBounds(size, turn)
  return { turn, mirror, flip, rect: crop ? within(crop, bounds) : { x: 0, y: 0, ...bounds } }
}

/** What the server is asked to make of the original; nothing is said of what stays as it is. */
export function editOfCropping({ turn, mirror, flip, rect }: Cropping, size: Bounds): AssetEdit {
  const bounds = turnedBounds(size, turn)
  const [x, y] = [Math.round(rect.x), Math.round(rect.y)]
  const crop = { x, y, w: Math.max(1, Math.min(Math.round(rect.w), bounds.w - x)), h: Math.max(1, Math.min(Math.round(rect.h), bounds.h - y)) }
  const isWhole = crop.w === bounds.w && crop.h === bounds.h
  return { ...(turn ? { turn } : {}), ...(mirror ? { mirror } : {}), ...(flip ? { flip } : {}), ...(isWhole ? {} : { crop }) }
}

/** A quarter clockwise, of the picture as it is seen: what was mirrored left to right is then mirrored upside down. */
export function turnRight({ turn, mirror, flip, rect }: Cropping, size: Bounds): Cropping {
  const { h } = turnedBounds(size, turn)
  // A whole turn is none.
  const next = ((turn + 90) % 360) as Cropping['turn']
  return { turn: next, mirror: flip, flip: mirror, rect: { x: h - rect.y - rect.h, y: rect.x, w: rect.h, h: rect.w } }
}

export function mirrored(cropping: Cropping, size: Bounds): Cropping {
  const { w } = turnedBounds(size, cropping.turn)
  return { ...cropping, mirror: !cropping.mirror, rect: { ...cropping.rect, x: w - cropping.rect.x - cropping.rect.w } }
}

export function flipped(cropping: Cropping, size: Bounds): Cropping {
  const { h } = turnedBounds(size, cropping.turn)
  return { ...cropping, flip: !cropping.flip, rect: { ...cropping.rect, y: h - cropping.rect.y - cropping.rect.h } }
}

/** The largest part of a shape (width to height), around the middle of what was kept before. */
export function shaped(rect: Rect, aspect: number, bounds: Bounds): Rect {
  const w = Math.min(bounds.w, bounds.h * aspect)
  const h = w / aspect
  return within({ x: rect.x + rect.w / 2 - w / 2, y: rect.y + rect.h / 2 - h / 2, w, h }, bounds)
}

/** Moved as a whole, as far as the picture reaches. */
export function moved(rect: Rect, dx: number, dy: number, bounds: Bounds): Rect {
  return within({ ...rect, x: rect.x + dx, y: rect.y + dy }, bounds)
}

function within({ x, y, w, h }: Rect, bounds: Bounds): Rect {
  const [width, height] = [Math.min(w, bounds.w), Math.min(h, bounds.h)]
  return { x: clamp(x, 0, bounds.w - width), y: clamp(y, 0, bounds.h - height), w: width, h: height }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** Pulled at a handle: the other side stays where it is, or the middle does. `aspect` null: any shape. */
export function pulled(
  rect: Rect,
  handle: Handle,
  by: { readonly x: number; readonly y: number },
  { bounds, aspect }: { bounds: Bounds; aspect: number | null },
): Rect {
  const across = side(rect.x, rect.w, handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0, bounds.w)
  const down = side(rect.y, rect.h, handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0, bounds.h)
  const wanted = { w: rect.w + across.to * by.x, h: rect.h + down.to * by.y }
  if (aspect === null) {
    const w = across.to ? clamp(wanted.w, Math.min(least, bounds.w), across.room) : rect.w
    const h = down.to ? clamp(wanted.h, Math.min(least, bounds.h), down.room) : rect.h
    return { x: across.from(w), y: down.from(h), w, h }
  }
  const reach = Math.min(across.room, down.room * aspect)
  const w = clamp(across.to && down.to ? Math.max(wanted.w, wanted.h * aspect) : across.to ? wanted.w : wanted.h * aspect, Math.min(least, reach), reach)
  return { x: across.from(w), y: down.from(w / aspect), w, h: w / aspect }
}

/** One direction of a pull: where to, how much room there is, and where a length begins. */
function side(start: number, length: number, to: -1 | 0 | 1, end: number): { to: -1 | 0 | 1; room: number; from(length: number): number } {
  const middle = start + length / 2
  if (to === -1) return { to, room: start + length, from: (l) => start + length - l }
  if (to === 1) return { to, room: end - start, from: () => start }
  return { to, room: 2 * Math.min(middle, end - middle), from: (l) => middle - l / 2 }
}
