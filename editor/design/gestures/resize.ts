import type { Frame } from '../../../schemas/page'
import type { Sides } from './snap'

/** The eight handles, by the compass. */
export const handles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof handles)[number]

const least = 8

/** A frame with one side or corner moved; the opposite one stays. `keepRatio` keeps its proportions at corners. */
export function resize(frame: Frame, handle: Handle, dx: number, dy: number, keepRatio = false): Frame {
  const isWest = handle.includes('w')
  const isNorth = handle.includes('n')
  const hasX = isWest || handle.includes('e')
  const hasY = isNorth || handle.includes('s')
  let w = Math.max(least, frame.w + (hasX ? (isWest ? -dx : dx) : 0))
  let h = Math.max(least, frame.h + (hasY ? (isNorth ? -dy : dy) : 0))
  if (keepRatio && hasX && hasY) {
    const scale = Math.max(w / frame.w, h / frame.h)
    w = frame.w * scale
    h = frame.h * scale
  }
  return { ...frame, x: isWest ? frame.x + frame.w - w : frame.x, y: isNorth ? frame.y + frame.h - h : frame.y, w, h }
}

/** The sides that a handle moves, which are the ones that may snap. */
export function sidesOf(handle: Handle): Sides {
  return {
    x: handle.includes('w') ? ['start'] : handle.includes('e') ? ['end'] : [],
    y: handle.includes('n') ? ['start'] : handle.includes('s') ? ['end'] : [],
  }
}
