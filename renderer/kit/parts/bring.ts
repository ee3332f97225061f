import type { Boot, BootNode } from '../../boot'
import { Refusal } from '../../../widgets/host'
import type { Phone } from '../phone'

declare const F: Phone

type Island = (element: HTMLElement, props: unknown) => void | (() => void)
interface Loaded {
  readonly default: ((phone: Phone, boot: Boot) => void) & Island
}

const coming: { [address: string]: Promise<Loaded> } = {}
let tries = 0

/** A browser remembers an address that failed: the next try goes to another one. One file may be for several nodes: its script runs once. */
function load(address: string, boot: Boot | null): Promise<Loaded> {
  return (
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
      }))
  )
}

/** Until the part comes that carries out actions. */
F.run =
  F.run ||
  ((actions, node, ground) => {
    const { later, words } = ground.boot
    return load(later!, ground.boot).then(
      () => F.run!(actions, node, ground),
      () => {
        throw new Refusal({ code: 'no-network', title: words.noNetwork })
      },
    )
  })

/** Brings a node's script when the node comes near, is tapped, or the phone is idle; of a resting one only when it is tapped. The first tap is kept, and made again when the widget is there. */
F.bring = (element: HTMLElement, node: BootNode, boot: Boot, ready: () => void) => {
  let tapped: HTMLElement | null = null
  let isComing = false
  const note = (): Element | null => element.querySelector('[data-key=fence]')
  const arrive = (loaded: Loaded): void => {
    element.removeEventListener('click', keep, true)
    const old = note()
    if (old) old.remove()
    if (node.island) loaded.default(element, node.props)
    else ready()
    if (tapped && element.contains(tapped)) tapped.click()
  }
  const go = (): void => {
    if (isComing) return
    isComing = true
    load((node.island || node.src)!, node.island ? null : boot)
      .then(arrive)
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
    const old = note()
    if (!old || !old.contains(event.target as Node)) tapped = event.target as HTMLElement
    go()
  }
  element.addEventListener('click', keep, true)
  if (node.rests) return
  if (!window.IntersectionObserver) return go()
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      go()
    },
    { rootMargin: '200px' },
  ).observe(element)
  if (!node.island) (window.requestIdleCallback || ((run: () => void) => setTimeout(run, 2000)))(go)
}
