import { onBeforeUnmount, watch } from 'vue'
import { rootId } from '../../../schemas/page'
import { isInside } from '../../../schemas/tree'
import { specs } from '../../../widgets/specs'
import { frameIn } from '../../document/commands/framed'
import { topmost } from '../../document/commands/topmost'
import { layoutOf } from '../../document/placing'
import { cargoName } from '../cargoName'
import type { Cargo } from '../dragging'
import { dropCargo } from '../dropCargo'
import { holds } from '../gestures/geometry'
import { pointerDrag, type DragKeys } from '../gestures/pointerDrag'
import { findDrop, forgetPlaces, rememberDrag, type DragMemory, type Drawn } from './findDrop'
import { createEdgeScroll } from './edgeScroll'
import { contentBoxOf } from './canvasFrame'
import { boxOf, type Ground } from './ground'
import { createHold } from './holdElements'
import { linesOf } from './linesOf'
import type { Marquee } from './useMarquee'

export interface CanvasDrag {
  /** A press on the page: a click selects, a drag moves what is selected. */
  press(event: PointerEvent): void
  /** Something moved on the page by itself. */
  forget(): void
}

/** The page as a place where cargo lands and where it is taken up. What moves is held apart in the frame: faint in flow, moved along where placed freely. */
export function useCanvasDrag(ground: Ground, marquee: Marquee): CanvasDrag {
  const { designer, scroller, canvas, zoom, unit, pointOf } = ground
  const { store, session, dragging } = designer
  const hold = createHold((id) => canvas.value?.elementOf(id) ?? null, contentBoxOf)
  let memory: DragMemory | null = null
  let wasCopying = false

  function drawn({ mod: isFree, shift: isStraight }: Partial<DragKeys> = {}): Drawn {
    return {
      document: store.document(),
      specs,
      unit: unit.value,
      reach: isFree ? 0 : 5 / zoom.value,
      isStraight: isStraight ?? false,
      linesIn: (box) => linesOf(session.guidelines.value, box),
      nodeAt: (point) => canvas.value?.nodeAt(point) ?? null,
      rectOf: (id) => canvas.value?.rectOf(id) ?? null,
      rectsOf: (ids) => canvas.value?.rectsOf(ids) ?? new Map(),
      contentsOf: (ids) => canvas.value?.contentsOf(ids) ?? new Map(),
      planeOf: (id) => canvas.value?.planeOf(id) ?? null,
    }
  }

  const removeLanding = dragging.addLanding((cargo, at, grip, keys) => {
    if (!scroller.value || !holds(boxOf(scroller.value), at) || !canvas.value) return null
    const isCopying = cargo.kind === 'nodes' && cargo.copies === true
    // What is copied stays, so that it is one of those that things rest beside.
    if (isCopying !== wasCopying && memory) forgetPlaces(memory)
    wasCopying = isCopying
    return findDrop(cargo, pointOf(at), grip, drawn(keys), (memory ??= rememberDrag(cargo, drawn())))
  })
  onBeforeUnmount(removeLanding)
  const edges = createEdgeScroll(ground)
  onBeforeUnmount(edges.stop)
  watch(
    dragging.drag,
    (drag) => {
      if (drag?.cargo.kind === 'nodes' && drag.cargo.copies) hold.release()
      else if (drag?.cargo.kind === 'nodes') hold.show(drag.cargo.ids, drag.drop)
      if (drag)
        return edges.begin(
          () => dragging.drag.value?.at ?? null,
          () => dragging.move(dragging.drag.value!.at),
        )
      memory = null
      hold.release()
      ground.moved()
      // At once: what lands is drawn anew right after, and must not be put back.
    },
    { flush: 'sync' },
  )

  /** What is selected, and what is in it where that is placed freely, is moved by a drag. */
  function isHeld(id: string): boolean {
    const document = store.document()
    return session.selected.value.some((one) => one === id || (isInside(document.nodes, id, one) && frameIn(document, one)))
  }

  /** The empty room of a container that places freely: things are selected there as beside the page. */
  function isOpenRoom(id: string): boolean {
    return layoutOf(store.document().nodes[id], specs) === 'free' && store.kids(id).value.length > 0 && !isHeld(id)
  }

  /** What a drag that begins at a node takes along: the selection that it belongs to, else the node, which Shift adds. */
  function take(id: string, isAdding: boolean): readonly string[] {
    if (!isHeld(id)) session.select(isAdding ? [...session.selected.value, id] : [id])
    const { nodes } = store.document()
    return topmost(store.document(), session.selected.value).filter((one) => !nodes[one]!.locked)
  }

  function choose(id: string, { shiftKey, metaKey, ctrlKey }: PointerEvent): void {
    if (shiftKey || metaKey || ctrlKey) session.toggle(id)
    else session.select([id])
  }

  function press(event: PointerEvent): void {
    if (event.button !== 0) return
    const hit = canvas.value?.nodeAt(pointOf({ x: event.clientX, y: event.clientY })) ?? null
    const id = hit === rootId ? null : hit
    if (id === null) return marquee.press(event)
    if (isOpenRoom(id)) return marquee.press(event, (click) => choose(id, click))
    pointerDrag(event, {
      start(origin, { shiftKey }) {
        const ids = take(id, shiftKey)
        if (ids.length === 0) return false
        const cargo: Cargo = { kind: 'nodes', ids }
        session.hovered.value = null
        memory = rememberDrag(cargo, drawn())
        dragging.begin(cargo, cargoName(store.document(), ids), origin, pointOf(origin))
      },
      move: dragging.move,
      end: (at) => dropCargo(designer, at),
      cancel: dragging.cancel,
      click: (click) => choose(id, click),
    })
  }

  return { press, forget: () => void (memory && forgetPlaces(memory)) }
}
