import type { Phone } from '../phone'

declare const F: Phone

F.tick = (now, draw) => {
  let timer: ReturnType<typeof setTimeout>
  const go = (): void => {
    clearTimeout(timer)
    if (document.hidden) return
    draw()
    timer = setTimeout(go, 1000 - (now() % 1000))
  }
  document.addEventListener('visibilitychange', go)
  addEventListener('pageshow', go)
  go()
}
