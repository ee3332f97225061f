import { onBeforeUnmount, onMounted, shallowRef, type ComputedRef } from 'vue'
import { steady } from '../../steady'
import { around } from '../gestures/geometry'
import { separation, type Gap } from '../gestures/gaps'
import type { Ground } from './ground'

/** While Alt is held and something is selected: how far it is from there to what the pointer is over. In px of the page. */
export function useMeasure({ designer: { session, dragging }, canvas, measured }: Ground): ComputedRef<readonly Gap[]> {
  const isHeld = shallowRef(false)
  const follow = ({ altKey }: KeyboardEvent | PointerEvent): void => void (isHeld.value = altKey)
  const forget = (): void => void (isHeld.value = false)

  onMounted(() => {
    window.addEventListener('keydown', follow)
    window.addEventListener('keyup', follow)
    window.addEventListener('blur', forget)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', follow)
    window.removeEventListener('keyup', follow)
    window.removeEventListener('blur', forget)
  })

  return steady(() => {
    void measured.value
    const over = session.hovered.value
    if (!isHeld.value || over === null || dragging.drag.value || session.isSelected(over)) return []
    const own = around(session.selected.value.flatMap((id) => canvas.value?.rectOf(id) ?? []))
    const other = canvas.value?.rectOf(over)
    return own && other ? separation(own, other) : []
  })
}
