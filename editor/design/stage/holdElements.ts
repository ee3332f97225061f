import type { Drop } from '../dragging'
import type { Rect } from '../gestures/geometry'
import { glideTo, letGo } from '../glide'

export interface Hold {
  /** Shows elements as they would land: moved along where they are placed freely, faint where they will be put in line. */
  show(ids: readonly string[], drop: Drop | null): void
  /** Everything looks as before. */
  release(): void
}

interface Held {
  readonly element: HTMLElement
  /** What is painted by itself with others around it, and would keep it from being seen above everything. */
  readonly band: HTMLElement | null
  readonly css: string
  /** A rotated element stays rotated while it moves. */
  readonly turn: string
  way: 'moved' | 'faint' | null
  readonly left: number
  readonly top: number
}

/** Changes nothing but inline style, so that a gesture costs no layout and leaves no trace; what moves is a layer of its own, so that nothing else is painted. */
export function createHold(elementOf: (id: string) => HTMLElement | null, boxOf: (element: HTMLElement) => Rect | null): Hold {
  const held = new Map<string, Held>()

  function take(id: string): Held | null {
    const known = held.get(id)
    if (known) return known
    const element = elementOf(id)
    if (!element) return null
    const { x: left = 0, y: top = 0 } = boxOf(element) ?? {}
    const css = element.style.cssText
    const taken: Held = {
      element,
      band: element.closest<HTMLElement>('.cv-band'),
      css,
      turn: /transform:\s*([^;]+)/.exec(css)?.[1] ?? '',
      way: null,
      left,
      top,
    }
    held.set(id, taken)
    return taken
  }

  return {
    show(ids, drop) {
      ids.forEach((id, i) => {
        const taken = take(id)
        if (!taken) return
        const ghost = drop?.reason ? undefined : drop?.ghosts?.[i]
        const { element, band, css, turn } = taken
        const way = ghost ? 'moved' : 'faint'
        // The page may have drawn it anew meanwhile.
        if (way !== taken.way || element.style.pointerEvents !== 'none')
          element.style.cssText = `${css};${ghost ? 'z-index:999;will-change:transform' : 'opacity:.35'};pointer-events:none`
        if (band && ghost) band.style.zIndex = 'auto'
        if (ghost) glideTo(element, `translate(${ghost.x - taken.left}px,${ghost.y - taken.top}px) ${turn}`)
        else letGo(element)
        taken.way = way
      })
    },
    release() {
      for (const { element, band, css } of held.values()) {
        letGo(element)
        if (band) band.style.zIndex = ''
        element.style.cssText = css
      }
      held.clear()
    },
  }
}
