import { shallowRef, type ShallowRef } from 'vue'
import type { Frame, PageNode } from '../../../schemas/page'
import { setFrames } from '../../document/commands/setFrames'
import type { Rect } from '../gestures/geometry'
import { pointerDrag } from '../gestures/pointerDrag'
import { resize, sidesOf, type Handle } from '../gestures/resize'
import { snap, stopsOf, type Guide, type Stops } from '../gestures/snap'
import { stepNames } from '../stepNames'
import type { Ground } from './ground'

export interface Resize {
  /** The frame as it would be now, and the lines it stands on; null: nothing is resized. */
  readonly resizing: Readonly<ShallowRef<{ readonly guides: readonly Guide[]; readonly size: Frame } | null>>
  /** A press on a handle of the one selected node. */
  press(event: PointerEvent, handle: Handle): void
}

/** Resizing is shown on the element itself and becomes one edit when the handle is let go. */
export function useResize({ designer: { store, session, edits }, canvas, zoom, unit, pointOf, moved }: Ground): Resize {
  const resizing = shallowRef<{ guides: readonly Guide[]; size: Frame } | null>(null)

  /** The frame that a handle dragged by so many px of the design leads to, resting where it may. */
  function sized(
    frame: Frame,
    handle: Handle,
    by: { x: number; y: number },
    isProportional: boolean,
    box: Rect | null,
    stops: Stops,
  ): { guides: readonly Guide[]; size: Frame } {
    const wanted = resize(frame, handle, by.x, by.y, isProportional)
    if (isProportional || frame.rotate) return { guides: [], size: wanted }
    const scale = unit.value
    const seen = { x: (box?.x ?? 0) + wanted.x * scale, y: (box?.y ?? 0) + wanted.y * scale, w: wanted.w * scale, h: wanted.h * scale }
    const near = snap(seen, stops, 5 / zoom.value, sidesOf(handle))
    return { guides: near.guides, size: near.dx || near.dy ? resize(frame, handle, by.x + near.dx / scale, by.y + near.dy / scale) : wanted }
  }

  function stopsAround({ id, parent }: PageNode, box: Rect | null): Stops {
    const others = new Set(store.kids(parent!).value.filter((one) => one !== id))
    return stopsOf([...canvas.value!.rectsOf(others).values(), ...(box ? [box] : [])])
  }

  function press(event: PointerEvent, handle: Handle): void {
    const node = store.document().nodes[session.only.value ?? '']
    const element = node && canvas.value?.elementOf(node.id)
    if (!node?.frame || !node.parent || !element || node.locked) return
    const { frame, id } = node
    const start = pointOf({ x: event.clientX, y: event.clientY })
    const box = canvas.value!.rectOf(node.parent)
    const stops = stopsAround(node, box)
    const kept = element.style.cssText

    const finish = (): void => {
      element.style.cssText = kept
      resizing.value = null
      moved()
    }
    pointerDrag(event, {
      start: () => {},
      move(at, { shift }) {
        const point = pointOf(at)
        const now = sized(frame, handle, { x: (point.x - start.x) / unit.value, y: (point.y - start.y) / unit.value }, shift, box, stops)
        element.style.cssText = `${kept};${frameStyle(now.size, unit.value)}`
        resizing.value = now
        moved()
      },
      end() {
        const size = resizing.value?.size ?? frame
        finish()
        edits.run(stepNames.resize, (document) => setFrames(document, { frames: { [id]: size } }))
      },
      cancel: finish,
    })
  }

  return { resizing, press }
}

function frameStyle({ x, y, w, h }: Frame, unit: number): string {
  return `left:${(x / 375) * 100}%;top:${y * unit}px;width:${(w / 375) * 100}%;height:${h * unit}px`
}
