import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { rootId } from '../../../schemas/page'
import { subtreeOf } from '../../../schemas/tree'
import { topmost } from '../../document/commands/topmost'
import { spanned, touchesTurned, type Point, type Rect } from '../gestures/geometry'
import { pointerDrag } from '../gestures/pointerDrag'
import { createEdgeScroll } from './edgeScroll'
import type { Ground } from './ground'
import { upright, type Turned } from './upright'

interface Boxed extends Turned {
  readonly id: string
}

export interface Marquee {
  /** In px of the page; null: none is drawn. */
  readonly marquee: Readonly<ShallowRef<Rect | null>>
  /** A press where nothing stands: a drag selects what it touches, a click nothing, or does what `click` says. Shift adds to what is selected. */
  press(event: PointerEvent, click?: (event: PointerEvent) => void): void
}

export function useMarquee(ground: Ground): Marquee {
  const { store, session } = ground.designer
  const { canvas, pointOf } = ground
  const marquee = shallowRef<Rect | null>(null)
  const edges = createEdgeScroll(ground)
  onBeforeUnmount(edges.stop)

  /** What is drawn and not locked, with its box before it is turned. */
  function reachable(): readonly Boxed[] {
    const document = store.document()
    const { nodes } = document
    const shown = subtreeOf(nodes, session.looking.open ?? rootId).slice(1)
    const boxes = canvas.value?.rectsOf(new Set(shown.filter((id) => !nodes[id]!.locked))) ?? new Map<string, Rect>()
    return [...boxes].map(([id, box]) => ({ id, ...upright(box, document, id, canvas.value?.elementOf(id) ?? null) }))
  }

  /** Widgets that hold others are meant only where the marquee lies around them altogether: else what they hold is. */
  function touched(boxes: readonly Boxed[], area: Rect): string[] {
    const isMeant = ({ id, rect, rotate }: Boxed): boolean => touchesTurned(area, rect, rotate) && (store.kids(id).value.length === 0 || isAround(area, rect))
    return topmost(
      store.document(),
      boxes.filter(isMeant).map(({ id }) => id),
    )
  }

  function press(event: PointerEvent, click = deselect): void {
    const before = session.selected.value
    const kept = event.shiftKey ? before : []
    const start = pointOf({ x: event.clientX, y: event.clientY })
    let boxes: readonly Boxed[] = []
    let last: Point | null = null
    const show = (at: Point): void => {
      last = at
      marquee.value = spanned(start, pointOf(at))
      const chosen = [...new Set([...kept, ...touched(boxes, marquee.value)])]
      if (chosen.join() !== session.selected.value.join()) session.select(chosen)
    }
    const finish = (): void => {
      last = null
      marquee.value = null
    }
    pointerDrag(event, {
      start() {
        boxes = reachable()
        last = { x: event.clientX, y: event.clientY }
      },
      move(at) {
        show(at)
        edges.begin(
          () => last,
          () => last && show(last),
        )
      },
      end: finish,
      cancel() {
        finish()
        session.select(before)
      },
      click,
    })
  }

  function deselect({ shiftKey }: PointerEvent): void {
    if (!shiftKey) session.select([])
  }

  return { marquee, press }
}

function isAround(outer: Rect, inner: Rect): boolean {
  return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.w >= inner.x + inner.w && outer.y + outer.h >= inner.y + inner.h
}
