import { shallowRef, type ShallowRef } from 'vue'
import { setFrames } from '../../document/commands/setFrames'
import { bearing } from '../gestures/geometry'
import { pointerDrag } from '../gestures/pointerDrag'
import { angleAfter } from '../gestures/rotation'
import { stepNames } from '../stepNames'
import { frameLook } from './frameLook'
import type { Ground } from './ground'
import { seenOf } from './plane'

export interface Rotate {
  /** Degrees as they would be now; null: nothing is turned. */
  readonly turning: Readonly<ShallowRef<number | null>>
  /** A press on the handle of the one selected node. */
  press(event: PointerEvent): void
}

/** Turning is shown on the element itself and becomes one edit when the handle is let go. Shift turns in steps of 15°. */
export function useRotate({ designer: { store, session, edits }, canvas, unit, pointOf, moved }: Ground): Rotate {
  const turning = shallowRef<number | null>(null)

  function press(event: PointerEvent): void {
    const node = store.document().nodes[session.only.value ?? '']
    const holder = node?.parent ? canvas.value?.planeOf(node.parent) : null
    if (!node?.frame || node.locked || !holder) return
    const { frame, id } = node
    const seen = seenOf(frame, { box: holder, unit: unit.value })
    const centre = { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 }
    const start = bearing(centre, pointOf({ x: event.clientX, y: event.clientY }))
    const look = frameLook(canvas.value!, [id], unit.value)
    const finish = (): void => {
      look.release()
      turning.value = null
      moved()
    }
    pointerDrag(event, {
      start: () => {},
      move(at, { shift }) {
        turning.value = angleAfter(frame.rotate ?? 0, bearing(centre, pointOf(at)) - start, shift)
        look.show({ [id]: { ...frame, rotate: turning.value } })
        moved()
      },
      end() {
        const rotate = turning.value ?? frame.rotate ?? 0
        finish()
        const { rotate: _before, ...straight } = frame
        edits.run(stepNames.rotate, (document) => setFrames(document, { frames: { [id]: rotate === 0 ? straight : { ...frame, rotate } } }))
      },
      cancel: finish,
    })
  }

  return { turning, press }
}
