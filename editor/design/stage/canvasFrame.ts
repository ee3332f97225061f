import type { CanvasHandle, CanvasNews, CanvasOrder } from '../../../renderer/canvas/canvasMessages'
import type { Point, Rect } from '../gestures/geometry'

/** The frame that draws the page. All positions are in the page's own px, whatever the zoom. */
export interface CanvasFrame {
  send(order: CanvasOrder): void
  /** The element of a node; null while it is not drawn. */
  elementOf(id: string): HTMLElement | null
  rectOf(id: string): Rect | null
  /** The boxes of many nodes in one walk over the page. */
  rectsOf(ids: ReadonlySet<string>): ReadonlyMap<string, Rect>
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
    rectsOf(ids) {
      const rects = new Map<string, Rect>()
      for (const found of inside()?.querySelectorAll<HTMLElement>('[data-n]') ?? []) {
        const id = found.dataset['n']!
        const rect = ids.has(id) ? boxOf(found) : null
        if (!rect) continue
        rects.set(id, rect)
        known.set(id, found)
      }
      return rects
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
