import type { Phone, Tell } from '../phone'

declare const F: Phone

/** Events that go out together at the latest. */
const most = 50

/** Tells of each element that was at least half in sight for a second; of tall ones, that they filled half the screen. */
function watch(elements: readonly HTMLElement[], tell: Tell): void {
  if (!window.IntersectionObserver) return
  const timers: { [id: string]: ReturnType<typeof setTimeout> } = {}
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        const id = target.getAttribute('data-n')!
        clearTimeout(timers[id]!)
        if (intersectionRatio < 0.5 && intersectionRect.height < innerHeight / 2) continue
        timers[id] = setTimeout(() => {
          observer.unobserve(target)
          tell('exposure', id)
        }, 1000)
      }
    },
    { threshold: [0, 0.1, 0.25, 0.5, 0.75] },
  )
  for (const element of elements) observer.observe(element)
}

/** Collects what happens and sends it when the page is hidden, or when enough came together. */
F.track = (boot, now, elements) => {
  let events: object[] = []
  const channel = new URLSearchParams(location.search).get('channel') || undefined
  const flush = (): void => {
    if (!events.length) return
    // `sendBeacon` of JSON throws before Chrome 81; `keepalive` does the same from Chrome 66 and Safari 13 on.
    fetch(`${boot.api}events`, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ events: events.map((event) => ({ ...event, id: F.key() })) }),
    }).catch(() => {})
    events = []
  }
  const tell: Tell = (name, node, props) => {
    if (events.push({ name, at: Math.round(now()), release: boot.release, node, channel, props }) >= most) flush()
  }
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => document.hidden && flush())
  tell('page_view')
  watch(elements, tell)
  return tell
}
