import type { Frame } from '../../../schemas/page'
import { designWidth } from '../../../renderer/designWidth'
import type { Rect } from '../gestures/geometry'

/**
 * Frames and what is seen of them in a container: across, a frame counts in 375ths of the container's width; down, in the page's own unit.
 * `box`: the container in px of the page. `unit`: px of the page for one px of the design.
 */
export interface Plane {
  readonly box: Rect
  readonly unit: number
}

/** The frame in px of the page. Its angle is kept. */
export function seenOf(frame: Frame, { box, unit }: Plane): Frame {
  const across = box.w / designWidth
  return { ...frame, x: box.x + frame.x * across, y: box.y + frame.y * unit, w: frame.w * across, h: frame.h * unit }
}

/** The frame of what is seen at a place of the page. */
export function frameAt(seen: Frame, { box, unit }: Plane): Frame {
  const across = box.w / designWidth
  return { ...seen, x: (seen.x - box.x) / across, y: (seen.y - box.y) / unit, w: seen.w / across, h: seen.h / unit }
}
