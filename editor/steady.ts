import { computed, type ComputedRef } from 'vue'
import { isSame } from '../schemas/diff'

/** A computed value that stays the very same as long as it reads the same, so that nothing that shows it is drawn anew. */
export function steady<T>(get: () => T): ComputedRef<T> {
  return computed<T>((old) => {
    const now = get()
    return old !== undefined && isSame(old, now) ? old : now
  })
}
