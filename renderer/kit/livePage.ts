import type { Action } from '../../schemas/page'
import { say } from '../../schemas/words'
import { Refusal, type Host, type Trouble } from '../../widgets/host'
import { html, safeLink } from '../../widgets/html'
import { assetAddress, assetKey } from '../assetAddress'
import type { Boot, BootNode } from '../boot'
import { translator } from '../translate'
import { listen } from './delegate'
import { connect } from './live'
import { closeOverlay, openOverlay, overlayKey } from './overlay'
import { copy, share } from './share'
import type { Phone } from './phone'
import { tick, whenBack } from './tick'
import { toast } from './toast'
import { tracker, watchExposure } from './track'
import { wake, type Awake } from './wake'

/** What a page with split scripts adds: brings a node's view or application when it is seen or tapped. */
export type Fetcher = (element: HTMLElement, node: BootNode, ready: () => void) => void

/** Wakes a published page: every node that has something to do, and nothing else. */
export function livePage(boot: Boot, phone: Phone): void {
  const { nodes, words, locale } = boot
  const { bring, v: views } = phone
  const fallback = (phone.fallback = html`<p class="notice bad" role="alert" data-key="fence">${words.broken} <button type="button" class="link" data-click="retry">${words.retry}</button></p>`.text)
  const awake: { [id: string]: Awake } = {}
  const all = Array.from(document.querySelectorAll<HTMLElement>('[data-n]'))
  const elementOf = (id: string): HTMLElement | null => document.querySelector(`[data-n="${id}"]`)

  const live = connect(boot, drawAll, () => toast(words.updated, { label: words.reload, take: () => location.reload() }))
  const tell = tracker(boot, live.now)
  const asset = (reference: string, width?: number): string => (boot.assets && boot.assets[assetKey(reference, width)]) || assetAddress(reference, width)
  const link = (): string => `${location.origin}${location.pathname}?by=${live.visitor()}`
  const shareIt = (): Promise<void> => {
    tell('share')
    return share(link(), words)
  }

  function drawAll(): void {
    for (const id in awake) awake[id]!.draw()
  }

  function troubleOf(node: string): (error: unknown) => Trouble {
    return (error) => {
      if (error instanceof Refusal) return error.trouble
      console.error(error)
      tell('error', node, { message: String(error).slice(0, 200) })
      return { code: 'internal', title: words.broken }
    }
  }

  function act(node: string, play: string | undefined, action: string, input?: Parameters<Host['act']>[1]): ReturnType<Host['act']> {
    tell('act', node, { action })
    return live.act(play || '', action, input)
  }

  async function run(actions: readonly Action[], node: string): Promise<void> {
    for (const action of actions) {
      switch (action.do) {
        case 'open': openOverlay(elementOf(action.target)); break
        case 'close': closeOverlay(action.target ? elementOf(action.target) : null); break
        case 'scroll': scrollTo(elementOf(action.target)); break
        case 'go': location.assign(safeLink(action.url)); break
        case 'act': await act(node, action.play, action.action); break
        case 'share': await shareIt(); break
        case 'copy': await copy(say(action.text, locale), words.copied); break
      }
    }
  }

  function hostOf(id: string, node: BootNode): Host {
    return {
      act: (action, input) => act(id, node.play, action, input),
      run: (actions) => run(actions, id),
      refresh: live.refresh, now: live.now, link, share: shareIt,
      qr: () => `${boot.api}qr.svg?by=${live.visitor()}`,
      track: (name, props) => tell('click', id, { ...props, name }),
    }
  }

  function wakeNode(element: HTMLElement, id: string, node: BootNode): void {
    const view = views[node.type!]
    if (!view) return
    const { times } = boot
    const t = translator(boot.texts[node.type!])
    awake[id] = wake(element, view, node.props, {
      host: hostOf(id, node),
      troubleOf: troubleOf(id),
      fallback,
      scene: () => ({ id, locale, t, asset, times: { ...times, now: live.knowsTime() ? live.now() : null }, play: node.play ? live.playOf(node.play) : null, won: live.won() }),
    })
  }

  for (const element of all) {
    const id = element.dataset['n']!
    const node = nodes[id]
    if (!node || !node.type) continue
    if (bring && (node.src || node.island)) {
      bring(element, node, () => {
        wakeNode(element, id, node)
        if (awake[id]) awake[id]!.draw()
      })
    } else wakeNode(element, id, node)
  }

  listen((id, name, element) => {
    const widget = awake[id]
    if (widget && widget.act(name, element)) return
    if (name === 'close') closeOverlay(element)
    if (name === 'retry') void (widget ? widget.retry() : live.refresh())
  }, (id) => {
    tell('click', id)
    run((nodes[id] && nodes[id]!.tap) || [], id).catch((error) => toast(troubleOf(id)(error).title))
  })
  document.addEventListener('keydown', overlayKey)

  tell('page_view')
  watchExposure(all, tell)
  const ticking = Object.keys(awake).filter((id) => awake[id]!.ticks)
  tick(live.now, () => ticking.forEach((id) => awake[id]!.draw()), ticking.length > 0)
  if (!Object.keys(awake).length) return
  whenBack(live.refresh, boot.times, live.now)
  // The first paint goes before the first question.
  setTimeout(live.refresh)
}

function scrollTo(element: HTMLElement | null): void {
  if (element) element.scrollIntoView({ behavior: 'smooth' })
}
