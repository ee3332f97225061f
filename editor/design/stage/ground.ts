import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Designer } from '../designer'
import type { Point, Rect } from '../gestures/geometry'
import type { CanvasFrame } from './canvasFrame'

/** The canvas as gestures see it: its elements, its scale, and points of the window as points of the page. */
export interface Ground {
  readonly designer: Designer
  readonly scroller: Readonly<ShallowRef<HTMLElement | null>>
  readonly iframe: Readonly<ShallowRef<HTMLIFrameElement | null>>
  readonly canvas: ShallowRef<CanvasFrame | null>
  /** The visible part of the scroller, in px. */
  readonly room: ShallowRef<{ readonly w: number; readonly h: number }>
  readonly zoom: ComputedRef<number>
  /** px of the page for one px of the design. */
  readonly unit: ComputedRef<number>
  /** Counts the moments when boxes must be measured anew. */
  readonly measured: Readonly<ShallowRef<number>>
  /** Something may have moved: boxes are measured with the next frame. */
  moved(): void
  /** A point of the window as a point of the page. */
  pointOf(at: Point): Point
}

const margin = 32

export function createGround(designer: Designer, parts: Pick<Ground, 'scroller' | 'iframe'>): Ground {
  const { looking } = designer.session
  const room = shallowRef({ w: 800, h: 600 })
  const measured = shallowRef(0)
  const zoom = computed(() => (looking.zoom === 'fit' ? Math.min(1, Math.max(0.25, (room.value.w - margin * 2) / looking.width)) : looking.zoom))
  let measuring = 0

  return {
    designer,
    ...parts,
    room,
    zoom,
    measured,
    canvas: shallowRef(null),
    unit: computed(() => Math.min(looking.width, 480) / 375),
    moved() {
      measuring ||= requestAnimationFrame(() => {
        measuring = 0
        measured.value++
      })
    },
    pointOf(at) {
      const box = boxOf(parts.iframe.value!)
      return { x: (at.x - box.x) / zoom.value, y: (at.y - box.y) / zoom.value }
    },
  }
}

export function boxOf(element: Element): Rect {
  const { x, y, width: w, height: h } = element.getBoundingClientRect()
  return { x, y, w, h }
}
