import { onBeforeUnmount, onMounted } from 'vue'
import type { Designer } from '../designer'

const everyMs = 30_000

/** Looks after the team's symbols: when the tab is opened, when somebody comes back to it, and now and then. */
export function useSymbolNews({ symbols: { shelf } }: Designer): void {
  // Without an answer, what is known stands, and the next look may do.
  const look = (): void => void (document.visibilityState === 'visible' && shelf.refresh().catch(() => {}))
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    look()
    timer = setInterval(look, everyMs)
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  })
}
