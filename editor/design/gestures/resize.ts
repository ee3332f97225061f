import type { Frame } from '../../../schemas/page'
import { turned, type Point, type Rect } from './geometry'
import type { Sides } from './snap'

/** The eight handles, by the compass. */
export const handles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof handles)[number]

const least = 8
const roomy = 32

/** The handles that have room: something small keeps its corners, or one of them, and stays to be taken hold of. */
export function handlesFor({ w, h }: Rect): readonly Handle[] {
  if (w < roomy / 2 && h < roomy / 2) return ['se']
  return handles.filter((handle) => (handle.length === 2 ? true : handle === 'n' || handle === 's' ? w >= roomy : h >= roomy))
}

const cursors = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const
const clockwise = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** The cursor that points the way a handle goes, however the box is turned. */
export function cursorOf(handle: Handle, degrees = 0): (typeof cursors)[number] {
  const eighths = clockwise.indexOf(handle) + Math.round(degrees / 45)
  return cursors[((eighths % 4) + 4) % 4]!
}

export interface ResizeWay {
  /** The proportions stay; at a side, the other two grow evenly. */
  readonly keepRatio?: boolean
  /** The centre stays, in the stead of the opposite side. */
  readonly fromCentre?: boolean
}

/**
 * A frame with one side or corner dragged by so many px of its container; the opposite one stays where it is seen, however the frame
 * is turned. Never smaller than 8 px.
 */
export function resize(frame: Frame, handle: Handle, dx: number, dy: number, { keepRatio = false, fromCentre = false }: ResizeWay = {}): Frame {
  const angle = frame.rotate ?? 0
  const by = turned({ x: dx, y: dy }, -angle)
  const [w, h] = sizeAfter(frame, handle, { x: by.x * (fromCentre ? 2 : 1), y: by.y * (fromCentre ? 2 : 1) }, keepRatio)
  const centre = { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 }
  const shift = fromCentre ? { x: 0, y: 0 } : turned(offset(handle, w - frame.w, h - frame.h), angle)
  return { ...frame, x: centre.x + shift.x - w / 2, y: centre.y + shift.y - h / 2, w, h }
}

function sizeAfter(frame: Frame, handle: Handle, by: Point, keepRatio: boolean): readonly [number, number] {
  const [isX, isY] = [signX(handle) !== 0, signY(handle) !== 0]
  const w = Math.max(least, frame.w + signX(handle) * by.x)
  const h = Math.max(least, frame.h + signY(handle) * by.y)
  if (!keepRatio) return [w, h]
  const wanted = isX && isY ? Math.max(w / frame.w, h / frame.h) : isX ? w / frame.w : h / frame.h
  const scale = Math.max(wanted, least / Math.max(frame.w, frame.h))
  return [frame.w * scale, frame.h * scale]
}

/** A frame that stands straight, with the sides that a handle moved on whole px. */
export function onWholePx(frame: Frame, handle: Handle, { fromCentre = false }: ResizeWay = {}): Frame {
  if (frame.rotate) return frame
  const snapped = (at: number, isMoved: boolean): number => (isMoved || fromCentre ? Math.round(at) : at)
  const [left, right] = [snapped(frame.x, signX(handle) < 0), snapped(frame.x + frame.w, signX(handle) > 0)]
  const [top, bottom] = [snapped(frame.y, signY(handle) < 0), snapped(frame.y + frame.h, signY(handle) > 0)]
  return { ...frame, x: left, y: top, w: right - left, h: bottom - top }
}

/** How far the centre goes, in the frame's own directions, when it grows by so much at a handle. */
function offset(handle: Handle, w: number, h: number): Point {
  return { x: (signX(handle) * w) / 2, y: (signY(handle) * h) / 2 }
}

function signX(handle: Handle): -1 | 0 | 1 {
  return handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0
}

function signY(handle: Handle): -1 | 0 | 1 {
  return handle.startsWith('n') ? -1 : handle.startsWith('s') ? 1 : 0
}

/** The sides that a handle moves, which are the ones that may snap. */
export function sidesOf(handle: Handle): Sides {
  return {
    x: handle.includes('w') ? ['start'] : handle.includes('e') ? ['end'] : [],
    y: handle.includes('n') ? ['start'] : handle.includes('s') ? ['end'] : [],
  }
}

/** Frames that go along when the box around them becomes another: places and sizes in proportion, angles kept. */
export function scaled(frames: { readonly [id: string]: Frame }, from: Frame, to: Frame): { readonly [id: string]: Frame } {
  const [sx, sy] = [to.w / from.w, to.h / from.h]
  const one = (frame: Frame): Frame => ({ ...frame, x: to.x + (frame.x - from.x) * sx, y: to.y + (frame.y - from.y) * sy, w: frame.w * sx, h: frame.h * sy })
  return Object.fromEntries(Object.entries(frames).map(([id, frame]) => [id, one(frame)]))
}
