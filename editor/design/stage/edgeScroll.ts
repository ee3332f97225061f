import type { Point } from '../gestures/geometry'
import { holds } from '../gestures/geometry'
import { scrollBy } from '../gestures/autoScroll'
import { boxOf, type Ground } from './ground'

/** Scrolls the canvas with every frame while a pointer is near its edge. */
export interface EdgeScroll {
  /** Called with every move of the pointer; goes on by itself until nothing scrolls or `at` answers null. `scrolled`: the page went on under the pointer. */
  begin(at: () => Point | null, scrolled: () => void): void
  stop(): void
}

export function createEdgeScroll({ scroller }: Pick<Ground, 'scroller'>): EdgeScroll {
  let frame = 0

  function begin(at: () => Point | null, scrolled: () => void): void {
    const keepOn = (): void => {
      const [point, element] = [at(), scroller.value]
      if (!point || !element) return stop()
      if (!scrolledBy(element, point)) return stop()
      scrolled()
      frame = requestAnimationFrame(keepOn)
    }
    const [point, element] = [at(), scroller.value]
    // Away from the edges nothing waits for a frame.
    if (point && element && isNear(element, point)) frame ||= requestAnimationFrame(keepOn)
  }

  function stop(): void {
    cancelAnimationFrame(frame)
    frame = 0
  }

  return { begin, stop }
}

function wayAt(element: HTMLElement, point: Point): Point {
  const view = boxOf(element)
  return holds(view, point) ? scrollBy(point, view) : { x: 0, y: 0 }
}

function isNear(element: HTMLElement, point: Point): boolean {
  const { x, y } = wayAt(element, point)
  return x !== 0 || y !== 0
}

/** Whether the element went on a bit. */
function scrolledBy(element: HTMLElement, point: Point): boolean {
  const { x, y } = wayAt(element, point)
  if (!x && !y) return false
  const { scrollTop, scrollLeft } = element
  element.scrollBy(x, y)
  return element.scrollTop !== scrollTop || element.scrollLeft !== scrollLeft
}
