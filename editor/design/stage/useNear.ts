import { computed, onBeforeUnmount, onMounted, shallowRef, watch, type ComputedRef } from 'vue'
import { boxOf, type Ground } from './ground'
import { nearTo, type Span } from './nearTo'

/**
 * The clip that leaves of a long page what is near the view; undefined: all of it is. For any change in a frame browsers go
 * over all that is painted in it. What is clipped away keeps its place, and is there for search and assistive technology.
 */
export function useNear({ scroller, iframe, room, zoom }: Ground, height: ComputedRef<number>): ComputedRef<string | undefined> {
  const painted = shallowRef<Span | null>(null)

  function follow(): void {
    if (!scroller.value || !iframe.value) return
    const [view, page] = [boxOf(scroller.value), boxOf(iframe.value)]
    const from = (view.y - page.y) / zoom.value
    painted.value = nearTo({ from, to: from + view.h / zoom.value }, painted.value)
  }

  // Scrolling is told before its frame is painted, so that a jump shows nothing empty.
  onMounted(() => scroller.value?.addEventListener('scroll', follow, { passive: true }))
  onBeforeUnmount(() => scroller.value?.removeEventListener('scroll', follow))
  watch([room, zoom, height], follow, { flush: 'post' })

  return computed(() => {
    const near = painted.value
    if (!near || (near.from <= 0 && near.to >= height.value)) return undefined
    // Beyond the sides, as an edge between two pixels would be clipped to less than it is.
    return `inset(${near.from}px -1px calc(100% - ${near.to}px))`
  })
}
