import type { Rect } from '../gestures/geometry'
import type { Guideline } from '../session'

/** Guidelines as boxes without thickness, so that things rest on them as on the edges of others. All in px of the page. */
export function linesOf(guidelines: readonly Guideline[], { x, y, w, h }: Rect): readonly Rect[] {
  return guidelines.map(({ axis, at }) => (axis === 'x' ? { x: at, y, w: 0, h } : { x, y: at, w, h: 0 }))
}
