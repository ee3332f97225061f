import { shallowRef, type ShallowRef } from 'vue'
import { rootId } from '../../../schemas/page'
import { subtreeOf } from '../../../schemas/tree'
import { topmost } from '../../document/commands/topmost'
import { spanned, touches, type Rect } from '../gestures/geometry'
import { pointerDrag } from '../gestures/pointerDrag'
import type { Ground } from './ground'

export interface Marquee {
  /** In px of the page; null: none is drawn. */
  readonly marquee: Readonly<ShallowRef<Rect | null>>
  /** A press where nothing stands: a click selects nothing, a drag what it touches. Shift adds to what is selected. */
  press(event: PointerEvent): void
}

export function useMarquee({ designer: { store, session }, canvas, pointOf }: Ground): Marquee {
  const marquee = shallowRef<Rect | null>(null)

  /** Widgets that hold others are meant only where the marquee lies in them altogether: else what they hold is. */
  function touched(boxes: ReadonlyMap<string, Rect>, area: Rect): string[] {
    const { nodes } = store.document()
    const within = [...boxes].filter(([id, box]) => touches(box, area) && (store.kids(id).value.length === 0 || isAround(area, box))).map(([id]) => id)
    return topmost({ nodes } as Parameters<typeof topmost>[0], within)
  }

  function press(event: PointerEvent): void {
    const kept = event.shiftKey ? session.selected.value : []
    const start = pointOf({ x: event.clientX, y: event.clientY })
    let boxes: ReadonlyMap<string, Rect> = new Map()
    const finish = (): void => void (marquee.value = null)
    pointerDrag(event, {
      start() {
        const shown = subtreeOf(store.document().nodes, session.looking.open ?? rootId).slice(1)
        boxes = canvas.value?.rectsOf(new Set(shown)) ?? new Map()
      },
      move(at) {
        marquee.value = spanned(start, pointOf(at))
        session.select([...new Set([...kept, ...touched(boxes, marquee.value)])])
      },
      end: finish,
      cancel() {
        finish()
        session.select(kept)
      },
      click: () => void (event.shiftKey || session.select([])),
    })
  }

  return { marquee, press }
}

function isAround(outer: Rect, inner: Rect): boolean {
  return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.w >= inner.x + inner.w && outer.y + outer.h >= inner.y + inner.h
}
