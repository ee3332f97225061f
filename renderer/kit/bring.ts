import type { AnyView } from '../../widgets/view'
import type { BootNode } from '../boot'
import type { Phone } from './phone'

declare const F: Phone

const coming: { [address: string]: Promise<unknown> } = {}

type Island = (element: HTMLElement, props: unknown) => void | (() => void)
type Loaded = { readonly default: ((phone: Phone) => AnyView | void) | Island }

function load(address: string): Promise<unknown> {
  return coming[address] || (coming[address] = import(/* @vite-ignore */ address).catch((error) => {
    // A browser remembers a failed address: the next try must look like another one.
    coming[address] = undefined!
    throw error
  }))
}

/** Brings a node's script when the node comes near, is tapped, or the phone is idle. The first tap is kept, and made again when the widget is there. */
F.bring = (element: HTMLElement, node: BootNode, ready: () => void) => {
  let tapped: HTMLElement | null = null
  let state = 0
  let tries = 0
  const note = (): Element | null => element.querySelector('[data-key=fence]')
  const go = (): void => {
    if (state) return
    state = 1
    const address = node.island || node.src!
    load(tries++ ? `${address}?${tries}` : address).then((module) => {
      state = 2
      const old = note()
      if (old) old.remove()
      const made = (module as Loaded).default
      if (node.island) (made as Island)(element, node.props)
      else {
        ;(made as (phone: Phone) => void)(F)
        ready()
      }
      element.removeEventListener('click', keep, true)
      if (tapped && element.contains(tapped)) tapped.click()
    }).catch((error) => {
      state = 0
      console.error(error)
      if (!note()) element.insertAdjacentHTML('beforeend', F.fallback!)
    })
  }
  const keep = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
    tapped = event.target as HTMLElement
    go()
  }
  element.addEventListener('click', keep, true)
  if (!window.IntersectionObserver) return go()
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    go()
  }, { rootMargin: '200px' }).observe(element)
  if (!node.island) (window.requestIdleCallback || ((run: () => void) => setTimeout(run, 2000)))(go)
}
