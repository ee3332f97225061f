import { shallowRef, type ShallowRef } from 'vue'
import type { Frame } from '../../../schemas/page'
import { boxAround, framedOf } from '../../document/commands/framed'
import { setFrames } from '../../document/commands/setFrames'
import type { Rect } from '../gestures/geometry'
import { pointerDrag, type DragKeys } from '../gestures/pointerDrag'
import { resize, scaled, sidesOf, type Handle } from '../gestures/resize'
import { snap, stopsOf, type Guide, type Stops } from '../gestures/snap'
import { stepNames } from '../stepNames'
import { frameLook } from './frameLook'
import type { Ground } from './ground'
import { linesOf } from './linesOf'

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

  function rests(frame: Frame, handle: Handle, by: { x: number; y: number }, box: Rect, stops: Stops): Resizing {
    const wanted = resize(frame, handle, by.x, by.y)
    const scale = unit.value
    const seen = { x: box.x + wanted.x * scale, y: box.y + wanted.y * scale, w: wanted.w * scale, h: wanted.h * scale }
    const near = snap(seen, stops, 5 / zoom.value, sidesOf(handle))
    return { guides: near.guides, size: near.dx || near.dy ? resize(frame, handle, by.x + near.dx / scale, by.y + near.dy / scale) : wanted }
  }

  /** Where the handle leads to. It rests on lines unless something else is asked of it. */
  function sized(frame: Frame, handle: Handle, by: { x: number; y: number }, { shift, alt, mod }: DragKeys, box: Rect, stops: Stops): Resizing {
    if (shift || alt || mod || frame.rotate) return { guides: [], size: resize(frame, handle, by.x, by.y, { keepRatio: shift, fromCentre: alt }) }
    return rests(frame, handle, by, box, stops)
  }

  function stopsAround(parent: string, moving: readonly string[], box: Rect): Stops {
    const others = new Set(store.kids(parent).value.filter((one) => !moving.includes(one)))
    return stopsOf([...canvas.value!.rectsOf(others).values(), box, ...linesOf(session.guidelines.value, box)])
  }

  function press(event: PointerEvent, handle: Handle): void {
    const framed = framedOf(store.document(), session.selected.value)
    const parent = store.document().nodes[framed[0]?.[0] ?? '']?.parent
    const box = parent ? canvas.value?.rectOf(parent) : null
    if (!parent || !box) return
    const frames: Frames = Object.fromEntries(framed)
    const [only, second] = Object.values(frames)
    const whole: Frame = second ? { ...boxAround(Object.values(frames)) } : only!
    const stops = stopsAround(parent, Object.keys(frames), box)
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
        resizing.value = sized(whole, handle, { x: (point.x - start.x) / unit.value, y: (point.y - start.y) / unit.value }, keys, box, stops)
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
