import { computed, type ComputedRef } from 'vue'
import { rootId, type PageNode } from '../../../schemas/page'
import { specs } from '../../../widgets/specs'
import { layoutOf } from '../../document/placing'
import { nameOf } from '../designer'
import { around, type Rect } from '../gestures/geometry'
import type { Ground } from './ground'

/** A node and the box it has on the sheet. */
export interface Boxed {
  readonly id: string
  readonly name: string
  /** Before it is turned. */
  readonly rect: Rect
  /** Degrees. */
  readonly rotate: number
}

export interface Boxes {
  readonly selection: ComputedRef<readonly Boxed[]>
  readonly hovered: ComputedRef<Boxed | null>
  /** The box around several. */
  readonly whole: ComputedRef<Rect | null>
  /** What is selected stands freely in one container. */
  readonly canResize: ComputedRef<boolean>
}

/** The angle that an element is seen at; a gesture may be turning it. */
function turnOf({ frame }: PageNode, element: HTMLElement | null): number {
  const shown = /rotate\((-?[\d.]+)deg\)/.exec(element?.style.transform ?? '')?.[1]
  return frame ? Number(shown ?? frame.rotate ?? 0) : 0
}

/** The box of a turned element as if it stood straight: its centre stays. */
function straight({ x, y, w, h }: Rect, element: HTMLElement): Rect {
  const [width, height] = [element.offsetWidth, element.offsetHeight]
  return { x: x + w / 2 - width / 2, y: y + h / 2 - height / 2, w: width, h: height }
}

/** The boxes of what is selected and hovered, in px of the sheet, as they were when the page last moved. */
export function useBoxes({ designer: { store, session }, canvas, zoom, measured }: Ground): Boxes {
  function boxed(id: string): Boxed[] {
    const node = store.document().nodes[id]
    const seen = node && canvas.value?.rectOf(id)
    if (!node || !seen) return []
    const rotate = turnOf(node, canvas.value?.elementOf(id) ?? null)
    const rect = rotate === 0 ? seen : straight(seen, canvas.value!.elementOf(id)!)
    return [{ id, name: nameOf(node), rotate, rect: { x: rect.x * zoom.value, y: rect.y * zoom.value, w: rect.w * zoom.value, h: rect.h * zoom.value } }]
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
      const { nodes } = store.document()
      const chosen = session.selected.value.map((id) => nodes[id])
      const parent = chosen[0]?.parent
      return Boolean(parent && layoutOf(nodes[parent], specs) === 'free' && chosen.every((node) => node?.frame && !node.locked && node.parent === parent))
    }),
  }
}
