import type { Events } from '../../schemas/api/visitor'
import type { Json } from '../../schemas/play'
import type { Boot } from '../boot'
import { randomKey } from './keys'

type Event = Events['events'][number]
type Tell = (name: Event['name'], node?: string, props?: { readonly [name: string]: Json }) => void

const most = 50

/** Collects what happens and sends it when the page is hidden, or when enough came together. */
export function tracker(boot: Boot, now: () => number): Tell {
  let events: Event[] = []
  const channel = new URLSearchParams(location.search).get('channel') || undefined
  const flush = (): void => {
    if (!events.length) return
    const body = JSON.stringify({ events })
    events = []
    // `sendBeacon` of JSON throws before Chrome 81; `keepalive` does the same from Chrome 66 and Safari 13 on.
    fetch(boot.api + 'events', { method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body }).catch(() => {})
  }
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', () => document.hidden && flush())
  return (name, node, props) => {
    if (boot.quiet) return
    events.push({ id: randomKey(), name, at: Math.round(now()), release: boot.release, node, channel, props } as Event)
    if (events.length >= most) flush()
  }
}

/** Tells of each element that was at least half in sight for a second; of tall ones, that they filled half the screen. */
export function watchExposure(elements: Iterable<HTMLElement>, tell: Tell): void {
  if (!window.IntersectionObserver) return
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>()
  const observer = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio, intersectionRect } of entries) {
      clearTimeout(waiting.get(target)!)
      if (intersectionRatio < 0.5 && intersectionRect.height < innerHeight / 2) continue
      waiting.set(target, setTimeout(() => {
        observer.unobserve(target)
        tell('exposure', (target as HTMLElement).dataset['n'])
      }, 1000))
    }
  }, { threshold: [0, 0.1, 0.25, 0.5, 0.75] })
  for (const element of elements) observer.observe(element)
}
