import { computed, type ComputedRef } from 'vue'
import { rootId } from '../../../schemas/page'
import { specs } from '../../../widgets/specs'
import { steady } from '../../steady'
import { layoutOf } from '../../document/placing'
import { nameOf } from '../designer'
import { around, type Rect } from '../gestures/geometry'
import type { Ground } from './ground'
import { upright, type Turned } from './upright'

/** A node and the box it has on the sheet. */
export interface Boxed extends Turned {
  readonly id: string
  readonly name: string
  readonly isLocked: boolean
}

export interface Boxes {
  readonly selection: ComputedRef<readonly Boxed[]>
  readonly hovered: ComputedRef<Boxed | null>
  /** The box around several. */
  readonly whole: ComputedRef<Rect | null>
  /** What is selected stands freely in one container. */
  readonly canResize: ComputedRef<boolean>
}

/** The boxes of what is selected and hovered, in px of the sheet, as they were when the page last moved. */
export function useBoxes({ designer: { store, session }, canvas, zoom, measured }: Ground): Boxes {
  function boxed(id: string, seen: Rect | null | undefined): Boxed[] {
    const node = store.document().nodes[id]
    if (!node || !seen) return []
    const { rect, rotate } = upright(seen, store.document(), id, canvas.value?.elementOf(id) ?? null)
    const onSheet = { x: rect.x * zoom.value, y: rect.y * zoom.value, w: rect.w * zoom.value, h: rect.h * zoom.value }
    return [{ id, name: nameOf(node), isLocked: Boolean(node.locked), rotate, rect: onSheet }]
  }

  // Most moments of measuring find everything where it was, and nothing is drawn then.
  const selection = steady(() => {
    void measured.value
    const ids = session.selected.value
    const seen = canvas.value?.rectsOf(new Set(ids))
    return ids.flatMap((id) => boxed(id, seen?.get(id)))
  })
  return {
    selection,
    hovered: steady(() => {
      void measured.value
      const id = session.hovered.value
      return id === null || id === rootId || session.isSelected(id) ? null : (boxed(id, canvas.value?.rectOf(id))[0] ?? null)
    }),
    whole: steady(() => (selection.value.length > 1 ? around(selection.value.map(({ rect }) => rect)) : null)),
    canResize: computed(() => {
      void measured.value
      const { nodes } = store.document()
      const chosen = session.selected.value.map((id) => nodes[id])
      const parent = chosen[0]?.parent
      return Boolean(parent && layoutOf(nodes[parent], specs) === 'free' && chosen.every((node) => node?.frame && !node.locked && node.parent === parent))
    }),
  }
}
