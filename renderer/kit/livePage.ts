import type { Mine } from '../../schemas/api/visitor'
import { Refusal, type Host, type Scene, type Trouble } from '../../widgets/host'
import { html } from '../../widgets/html'
import { assetAddress, assetKey } from '../assetAddress'
import type { Boot, BootNode } from '../boot'
import { translator } from '../translate'
import { escapable, listen } from './delegate'
import { connect } from './live'
import type { Ground, Phone, Tell } from './phone'
import { toast } from './toast'
import { wake, type Awake } from './wake'
import { whenBack } from './whenBack'

/** Wakes a published page: every node that has something to do, and nothing else. */
export function livePage(boot: Boot, phone: Phone): void {
  const { nodes, words, locale, times } = boot
  const awake: { [id: string]: Awake } = {}
  const elements = Array.from(document.querySelectorAll<HTMLElement>('[data-n]'))
  phone.fallback =
    html`<p class="notice bad" role="alert" data-key="fence">${words.broken} <button type="button" class="link" data-click="retry">${words.retry}</button></p>`.text

  const drawAll = (): void => Object.keys(awake).forEach((id) => awake[id]!.draw())
  const offer = (): void => toast(words.updated, { label: words.reload, take: () => location.reload() })
  const top = (): ParentNode => (phone.top && phone.top()) || document
  const live = connect(
    boot,
    () => {
      drawAll()
      if (phone.turn) phone.turn(boot, live, acting > 0 || top() !== document || Boolean(escapable(document)), offer)
    },
    offer,
  )
  const { now, refresh } = live
  const tell: Tell = phone.track ? phone.track(boot, now, elements) : () => {}
  const visitor = (): string => (live.me() || { visitor: '' }).visitor
  const link = (): string => `${location.origin}${location.pathname}?by=${visitor()}`

  function troubleOf(error: unknown, node: string): Trouble {
    if (error instanceof Refusal) return error.trouble
    // oxlint-disable-next-line no-console -- whoever debugs a page looks there first
    console.error(error)
    tell('error', node, { message: String(error).slice(0, 200) })
    return { code: 'internal', title: words.broken }
  }

  let acting = 0
  let isStale = false
  /** What an act changed is fetched when all acts are done: a list of prizes must not tell what a wheel is still turning to. */
  function during(work: Promise<unknown>): void {
    acting++
    void work.then(() => {
      if (--acting || !isStale) return
      isStale = false
      void refresh()
    })
  }

  function act(node: string, play = '', action: string, input?: Parameters<Host['act']>[1]): ReturnType<Host['act']> {
    tell('act', node, { action })
    isStale = true
    return live.act(play, action, input)
  }
  const by = (): string | null => {
    const name = new URLSearchParams(location.search).get('by')
    return name && name !== visitor() ? name : null
  }
  const share = async (): Promise<void> => {
    tell('share')
    await phone.share!(link(), words)
  }
  const ground: Ground = { boot, act, host: { share }, elementOf: (id) => elements.filter((element) => element.dataset['n'] === id)[0] || null }

  function hostOf(id: string, { play }: BootNode): Host {
    return {
      refresh,
      now,
      link,
      share,
      by,
      copy: () => phone.copy!(link(), words.linkCopied),
      act: (action, input) => act(id, play, action, input),
      run: (actions) => phone.run!(actions, id, ground),
      qr: () => `${boot.api}qr.svg?by=${visitor()}`,
      track: (name, props) => tell('click', id, { ...props, name }),
    }
  }

  function wakeNode(element: HTMLElement, id: string, node: BootNode): void {
    const type = node.type!
    const view = phone.v[type]
    if (!view) return
    const t = translator({ ...words, ...boot.texts[type] })
    const won = (me: Mine | null): Scene['won'] => (me && phone.won ? phone.won(me, locale) : null)
    awake[id] = wake(element, view, node.props, {
      host: hostOf(id, node),
      troubleOf: (error) => troubleOf(error, id),
      during,
      fallback: phone.fallback,
      scene: () => ({
        id,
        locale,
        t,
        times: { ...times, now: live.me() && now() },
        won: won(live.me()),
        play: node.play ? live.playOf(node.play) : null,
        asset: (reference, width) => (boot.assets || {})[assetKey(reference, width)] || assetAddress(reference, width),
      }),
    })
  }

  for (const element of elements) {
    const id = element.dataset['n']!
    const node = nodes[id]
    if (!node || !node.type) continue
    if (node.src || node.island) {
      phone.bring!(element, node, boot, () => {
        wakeNode(element, id, node)
        if (awake[id]) awake[id]!.draw()
      })
    } else wakeNode(element, id, node)
  }

  listen(
    top,
    (id, name, element) => {
      const widget = awake[id]
      if (widget && widget.act(name, element)) return
      if (name === 'close' && phone.close) phone.close(element)
      if (name === 'retry') void (widget ? widget.retry() : refresh())
    },
    (id) => {
      tell('click', id)
      during(phone.run!(nodes[id]!.tap!, id, ground).catch((error) => toast(troubleOf(error, id).title)))
    },
  )

  // Before the server was heard, no clock is shown.
  if (phone.tick) phone.tick(now, () => live.me() && Object.keys(awake).forEach((id) => awake[id]!.ticks && awake[id]!.draw()))
  if (!elements.some(({ dataset }) => (nodes[dataset['n']!] || {}).type)) return
  whenBack(refresh, times, now)
}
