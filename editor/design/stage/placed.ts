import type { Rect } from '../gestures/geometry'

/** Where an overlay is drawn. By `left` and `top`, which browsers bring to whole pixels of the screen: lines stay 1 px and sharp at any zoom. */
export function placed({ x, y, w, h }: Rect, zoom = 1): { readonly [property: string]: string } {
  return { left: `${x * zoom}px`, top: `${y * zoom}px`, width: `${w * zoom}px`, height: `${h * zoom}px` }
}
