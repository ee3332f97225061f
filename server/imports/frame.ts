import type { Frame } from '../../schemas/page'
import { designWidth } from '../../renderer/designWidth'
import { lengthOf, type Measure, type Style } from './reading'

/** The container that something stands in, in px of the other system's design. */
export interface Ground {
  readonly width: number
  readonly height: number
  readonly rem: number
}

/** How much larger things are here than there, for a page designed `width` px wide. */
export function scaleOf(width: number): number {
  return designWidth / width
}

const bounds = { low: -4000, high: 4000, tall: 40_000 }
const within = (value: number, low: number, high: number): number => Math.round(Math.min(high, Math.max(low, value)) * 100) / 100

/** Where a part stands in a free container, in px of our design. What its style leaves open is `otherwise`'s size, at the top left. */
export function frameOf(style: Style, ground: Ground, { scale, otherwise }: { scale: number; otherwise: { readonly w: number; readonly h: number } }): Frame {
  const across: Measure = { rem: ground.rem, whole: ground.width }
  const down: Measure = { rem: ground.rem, whole: ground.height }
  const w = lengthOf(style['width'], across) ?? otherwise.w / scale
  const h = lengthOf(style['height'], down) ?? otherwise.h / scale
  const x = lengthOf(style['left'], across) ?? mirrored(lengthOf(style['right'], across), ground.width - w) ?? 0
  const y = lengthOf(style['top'], down) ?? mirrored(lengthOf(style['bottom'], down), ground.height - h) ?? 0
  const rotate = rotationOf(style)
  const z = lengthOf(style['zIndex'], across)
  return {
    x: within(x * scale, bounds.low, bounds.high),
    y: within(y * scale, bounds.low, bounds.tall),
    w: within(w * scale, 1, bounds.high),
    h: within(h * scale, 1, bounds.tall),
    ...(rotate ? { rotate } : {}),
    ...(z === null || z === 0 ? {} : { z: Math.round(within(z, -1000, 1000)) }),
  }
}

function mirrored(fromEnd: number | null, room: number): number | null {
  return fromEnd === null ? null : room - fromEnd
}

function rotationOf({ rotate, transform }: Style): number {
  const written = typeof rotate === 'number' ? rotate : Number(/rotate\((-?[\d.]+)deg\)/.exec(String(transform ?? rotate ?? ''))?.[1] ?? rotate ?? 0)
  return Number.isFinite(written) ? Math.round(written % 360) : 0
}
