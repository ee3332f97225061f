import { framedContent } from '../../../renderer/framedContent'
import type { CanvasHandle, CanvasNews, CanvasOrder } from '../../../renderer/canvas/canvasMessages'
import type { Point, Rect } from '../gestures/geometry'

/** The frame that draws the page. All positions are in the page's own px, whatever the zoom. */
export interface CanvasFrame {
  send(order: CanvasOrder): void
  /** The element of a node; null while it is not drawn. */
  elementOf(id: string): HTMLElement | null
  rectOf(id: string): Rect | null
  /** The boxes of several nodes; those that are not drawn are left out. */
  rectsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
  /** The boxes that nodes would have as frames, to look as they do now. */
  contentsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
  /** The box that the frames in a container count in. */
  planeOf(id: string): Rect | null
  /** The innermost node at a point. */
  nodeAt(point: Point): string | null
  close(): void
}

export interface CanvasListener {
  /** The canvas waits for its page. */
  ready(): void
  /** Something may have moved. `height`: how high the page is, when the canvas says so. */
  moved(height?: number): void
}

/** So many nodes are looked for one by one; more are found in one walk over the page. */
const few = 20

/** Connects the frame's element. Plain data goes in; geometry is read from the frame's own elements. */
export function connectCanvas(element: HTMLIFrameElement, listener: CanvasListener): CanvasFrame {
  const closing = new AbortController()
  const { signal } = closing
  const sizes = new ResizeObserver(() => listener.moved())
  let isReady = false

  // The frame runs the canvas bundle of this same origin, which puts its handle there.
  const handle = (): CanvasHandle | undefined => (element.contentWindow as (Window & { festoonCanvas?: CanvasHandle }) | null)?.festoonCanvas
  const inside = (): Document | null => element.contentDocument

  function begin(): void {
    const page = inside()
    if (isReady || !handle() || !page) return
    isReady = true
    // Pictures, scrolling and entrances move things after a node is drawn.
    for (const event of ['load', 'scroll', 'animationend', 'transitionend']) page.addEventListener(event, () => listener.moved(), { capture: true, signal })
    sizes.observe(page.body)
    listener.ready()
  }

  function hear(event: MessageEvent<CanvasNews>): void {
    if (event.source !== element.contentWindow || event.origin !== location.origin) return
    if (event.data.kind === 'ready') begin()
    else if (event.data.kind === 'size') listener.moved(event.data.height)
  }

  window.addEventListener('message', hear, { signal })
  element.addEventListener('load', begin, { signal })
  begin()

  const known = new Map<string, HTMLElement>()

  /** Looked for once, as long as it stands in the page. */
  function elementOf(id: string): HTMLElement | null {
    const last = known.get(id)
    if (last?.isConnected && last.dataset['n'] === id) return last
    const found = inside()?.querySelector<HTMLElement>(`[data-n="${CSS.escape(id)}"]`) ?? null
    if (found) known.set(id, found)
    else known.delete(id)
    return found
  }

  function elementsOf(ids: ReadonlySet<string>): HTMLElement[] {
    if (ids.size <= few) return Array.from(ids, elementOf).filter((found) => found !== null)
    const all = Array.from(inside()?.querySelectorAll<HTMLElement>('[data-n]') ?? [])
    return all.filter((found) => ids.has(found.dataset['n']!))
  }

  function boxesOf(ids: ReadonlySet<string>, box: (element: HTMLElement) => Rect | null): ReadonlyMap<string, Rect> {
    const rects = new Map<string, Rect>()
    for (const found of elementsOf(ids)) {
      const rect = box(found)
      if (!rect) continue
      rects.set(found.dataset['n']!, rect)
      known.set(found.dataset['n']!, found)
    }
    return rects
  }

  return {
    send(order) {
      handle()?.receive(order)
      listener.moved()
    },
    elementOf,
    rectOf(id) {
      const found = elementOf(id)
      return found ? boxOf(found) : null
    },
    rectsOf: (ids) => boxesOf(ids, boxOf),
    contentsOf: (ids) => boxesOf(ids, contentBoxOf),
    planeOf(id) {
      const found = elementOf(id)
      return found ? planeBoxOf(found) : null
    },
    nodeAt({ x, y }) {
      return inside()?.elementFromPoint(x, y)?.closest<HTMLElement>('[data-n]')?.dataset['n'] ?? null
    },
    close() {
      closing.abort()
      sizes.disconnect()
    },
  }
}

/** The box that people see. A wrapper whose only child is laid over the whole screen, as a popup is, has none of its own. */
function boxOf(element: HTMLElement): Rect | null {
  const own = element.getBoundingClientRect()
  const rect = own.height === 0 ? ((element.querySelector('[role="dialog"]') ?? element.firstElementChild)?.getBoundingClientRect() ?? own) : own
  return rect.width === 0 && rect.height === 0 ? null : { x: rect.x, y: rect.y, w: rect.width, h: rect.height }
}

/** The box that an element's node would have as a frame, to look as it does now. */
export function contentBoxOf(element: HTMLElement): Rect | null {
  return boxOf(element.classList.contains('framed') ? element : (element.querySelector<HTMLElement>(framedContent) ?? element))
}

/** What is placed in a container is placed in the part of it that is around its content, within that one's border. */
function planeBoxOf(element: HTMLElement): Rect {
  let around = element.querySelector<HTMLElement>('[data-n], [data-note]')?.offsetParent ?? element.firstElementChild
  // A band has the place of what holds it, and no size.
  if (around?.matches('.cv-band')) around = (around as HTMLElement).offsetParent
  const plane = around instanceof element.ownerDocument.defaultView!.HTMLElement && element.contains(around) ? around : element
  const { x, y, width, height } = plane.getBoundingClientRect()
  const border = { w: plane.offsetWidth - plane.clientWidth, h: plane.offsetHeight - plane.clientHeight }
  return { x: x + plane.clientLeft, y: y + plane.clientTop, w: width - border.w, h: height - border.h }
}
