import type { Boot, BootNode } from '../../boot'
import type { Loaded, Phone } from '../phone'

declare const F: Phone

const coming: { [address: string]: Promise<Loaded> } = {}
let tries = 0

/** A browser remembers an address that failed: the next try goes to another one. One file may be for several nodes: its script runs once. */
const load = (F.load = (address: string, boot?: Boot | false): Promise<Loaded> =>
  coming[address] ||
  (coming[address] = (import(/* @vite-ignore */ tries ? `${address}?${tries}` : address) as Promise<Loaded>)
    .then((loaded) => {
      if (boot) loaded.default(F, boot)
      return loaded
    })
    .catch((error) => {
      delete coming[address]
      tries++
      throw error
    })))

/** Brings a node's script when the node comes near, is tapped, or the phone is idle; of a resting one only when it is tapped. The first tap is kept, and made again when the widget is there. */
F.bring = (element: HTMLElement, { island, src, props, rests }: BootNode, boot: Boot, ready: () => void) => {
  let tapped: HTMLElement | undefined
  let isComing: boolean | undefined
  const note = (): Element | null => element.querySelector('[data-key=fence]')
  const go = (): void => {
    if (isComing) return
    isComing = true
    load((island || src)!, !island && boot)
      .then((loaded) => {
        element.removeEventListener('click', keep, true)
        const old = note()
        if (old) old.remove()
        if (island) loaded.default(element, props)
        else ready()
        if (element.contains(tapped!)) tapped!.click()
      })
      .catch((error) => {
        isComing = false
        // oxlint-disable-next-line no-console -- whoever debugs a page looks there first
        console.error(error)
        if (!note()) element.insertAdjacentHTML('beforeend', F.fallback)
      })
  }
  const keep = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
    if (!(event.target as Element).closest('[data-key=fence]')) tapped = event.target as HTMLElement
    go()
  }
  element.addEventListener('click', keep, true)
  if (rests) return
  if (!window.IntersectionObserver) return go()
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      go()
    },
    { rootMargin: '200px' },
  ).observe(element)
  if (island) return
  if ('requestIdleCallback' in window) requestIdleCallback(go)
  else setTimeout(go, 2000)
}
