import { computed, type ComputedRef } from 'vue'
import { rootId } from '../../../schemas/page'
import { specs } from '../../../widgets/specs'
import { layoutOf } from '../../document/placing'
import { nameOf } from '../designer'
import { around, type Rect } from '../gestures/geometry'
import type { Ground } from './ground'

/** A node and the box it has on the sheet. */
export interface Boxed {
  readonly id: string
  readonly name: string
  readonly rect: Rect
}

export interface Boxes {
  readonly selection: ComputedRef<readonly Boxed[]>
  readonly hovered: ComputedRef<Boxed | null>
  /** The box around several. */
  readonly whole: ComputedRef<Rect | null>
  readonly canResize: ComputedRef<boolean>
}

/** The boxes of what is selected and hovered, in px of the sheet, as they were when the page last moved. */
export function useBoxes({ designer: { store, session }, canvas, zoom, measured }: Ground): Boxes {
  function boxed(id: string): Boxed[] {
    const node = store.document().nodes[id]
    const rect = node && canvas.value?.rectOf(id)
    return node && rect
      ? [{ id, name: nameOf(node), rect: { x: rect.x * zoom.value, y: rect.y * zoom.value, w: rect.w * zoom.value, h: rect.h * zoom.value } }]
      : []
  }

  const selection = computed(() => (void measured.value, session.selected.value.flatMap(boxed)))
  return {
    selection,
    hovered: computed(() => {
      void measured.value
      const id = session.hovered.value
      return id === null || id === rootId || session.isSelected(id) ? null : (boxed(id)[0] ?? null)
    }),
    whole: computed(() => (selection.value.length > 1 ? around(selection.value.map(({ rect }) => rect)) : null)),
    canResize: computed(() => {
      void measured.value
      const node = store.document().nodes[session.only.value ?? '']
      return Boolean(node?.frame && !node.locked && node.parent && layoutOf(store.document().nodes[node.parent], specs) === 'free')
    }),
  }
}
