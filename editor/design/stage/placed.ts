import type { Point, Rect } from '../gestures/geometry'

/** Where an overlay is drawn. By `left` and `top`, which browsers bring to whole pixels of the screen: lines stay 1 px and sharp at any zoom. */
export function placed({ x, y, w, h }: Rect, zoom = 1): { readonly [property: string]: string } {
  return { left: `${x * zoom}px`, top: `${y * zoom}px`, width: `${w * zoom}px`, height: `${h * zoom}px` }
}

/** Where something is drawn that moves all the time: by transform, which costs no layout, brought to whole pixels of the screen. */
export function movedTo({ x, y }: Point, zoom: number): string {
  const whole = (length: number): number => Math.round(length * zoom * devicePixelRatio) / devicePixelRatio
  return `translate(${whole(x)}px,${whole(y)}px)`
}
