import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Dragging } from '../dragging'
import type { Point } from '../gestures/geometry'

/** px of the window in one move, within which numbers can be read. */
const readable = 3
const restMs = 150

/** Whether what is dragged goes slowly enough for numbers beside it to be read, or rests. */
export function useSlow({ drag }: Dragging): Readonly<ShallowRef<boolean>> {
  const isSlow = shallowRef(true)
  let last: Point | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(drag, (now) => {
    clearTimeout(timer)
    const at = now?.at ?? null
    isSlow.value = !at || !last || Math.hypot(at.x - last.x, at.y - last.y) <= readable
    last = at
    if (!isSlow.value) timer = setTimeout(() => (isSlow.value = true), restMs)
  })
  onScopeDispose(() => clearTimeout(timer))
  return isSlow
}
