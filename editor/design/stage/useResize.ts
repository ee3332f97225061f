import { shallowRef, type ShallowRef } from 'vue'
import type { Frame } from '../../../schemas/page'
import { boxAround, framedOf } from '../../document/commands/framed'
import { setFrames } from '../../document/commands/setFrames'
import type { Point, Rect } from '../gestures/geometry'
import { pointerDrag, type DragKeys } from '../gestures/pointerDrag'
import { onWholePx, resize, scaled, sidesOf, type Handle } from '../gestures/resize'
import { snap, stopsOf, type Guide, type Stops } from '../gestures/snap'
import { stepNames } from '../stepNames'
import { frameLook } from './frameLook'
import type { Ground } from './ground'
import { linesOf } from './linesOf'
import { frameAt, seenOf } from './plane'

export interface Resizing {
  readonly guides: readonly Guide[]
  /** The frame, or the box around several, as it would be now. */
  readonly size: Frame
}

export interface Resize {
  /** Null: nothing is resized. */
  readonly resizing: Readonly<ShallowRef<Resizing | null>>
  /** A press on a handle of what is selected. */
  press(event: PointerEvent, handle: Handle): void
}

type Frames = { readonly [id: string]: Frame }

/** Resizing is shown on the elements themselves and becomes one edit when the handle is let go. Several are scaled together. */
export function useResize({ designer: { store, session, edits }, canvas, zoom, unit, pointOf, moved }: Ground): Resize {
  const resizing = shallowRef<Resizing | null>(null)

  /** Where the handle leads to, in px of the page. It rests on lines unless something else is asked of it. */
  function sized(seen: Frame, handle: Handle, by: Point, { shift, alt, mod }: DragKeys, stops: Stops): Resizing {
    const how = { keepRatio: shift, fromCentre: alt }
    const wanted = resize(seen, handle, by.x, by.y, how)
    if (shift || mod || seen.rotate) return { guides: [], size: wanted }
    const near = snap(wanted, stops, 5 / zoom.value, sidesOf(handle))
    return { guides: near.guides, size: near.dx || near.dy ? resize(seen, handle, by.x + near.dx, by.y + near.dy, how) : wanted }
  }

  function stopsAround(parent: string, moving: readonly string[], box: Rect): Stops {
    const others = new Set(store.kids(parent).value.filter((one) => !moving.includes(one)))
    return stopsOf([...canvas.value!.rectsOf(others).values(), box, ...linesOf(session.guidelines.value, box)])
  }

  function press(event: PointerEvent, handle: Handle): void {
    const framed = framedOf(store.document(), session.selected.value)
    const parent = store.document().nodes[framed[0]?.[0] ?? '']?.parent
    const box = parent ? canvas.value?.planeOf(parent) : null
    if (!parent || !box) return
    const frames: Frames = Object.fromEntries(framed)
    const [only, second] = Object.values(frames)
    const whole: Frame = second ? { ...boxAround(Object.values(frames)) } : only!
    const stops = stopsAround(parent, Object.keys(frames), box)
    const plane = { box, unit: unit.value }
    const seen = seenOf(whole, plane)
    const start = pointOf({ x: event.clientX, y: event.clientY })
    const look = frameLook(canvas.value!, Object.keys(frames), unit.value)
    const result = (size: Frame): Frames => (second ? scaled(frames, whole, size) : { [framed[0]![0]]: size })
    const finish = (): void => {
      look.release()
      resizing.value = null
      moved()
    }
    pointerDrag(event, {
      start: () => {},
      move(at, keys) {
        const point = pointOf(at)
        const { guides, size } = sized(seen, handle, { x: point.x - start.x, y: point.y - start.y }, keys, stops)
        const frame = frameAt(size, plane)
        resizing.value = { guides, size: guides.length ? frame : onWholePx(frame, handle, { fromCentre: keys.alt }) }
        look.show(result(resizing.value.size))
        moved()
      },
      end() {
        const size = resizing.value?.size ?? whole
        finish()
        edits.run(stepNames.resize, (document) => setFrames(document, { frames: result(size) }))
      },
      cancel: finish,
    })
  }

  return { resizing, press }
}
