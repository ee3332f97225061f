import type { Action, PageNode } from '../../schemas/page'
import { speak } from '../../schemas/words'
import { Refusal, type Host, type Scene } from '../../widgets/host'
import { isAwake, type AnyView } from '../../widgets/view'
import { listen } from '../kit/delegate'
import { letLeave } from '../kit/leave'
import { closeOverlay, openOverlay, overlayKey, topOverlay } from '../kit/overlay'
import { toggle } from '../kit/toggle'
import { wake, type Awake } from '../kit/wake'
import { viewOf } from '../registry'

interface Ground {
  readonly stage: HTMLElement
  nodeOf(id: string): PageNode | undefined
  sceneOf(node: PageNode, view: AnyView): Scene
}

const onlyPreview = { zh: '这里只是预览，不会真的参与', en: 'This is a preview: nothing is really done here' }

/** Lets the canvas be played with, without a server: what a widget does by itself works, what asks the server is refused. */
export function player({ stage, nodeOf, sceneOf }: Ground): { set(on: boolean): void; restart(): void } {
  let isOn = false
  let awake: { [id: string]: Awake } = {}
  const elementOf = (id: string): HTMLElement | null => stage.querySelector(`[data-n="${CSS.escape(id)}"]`)

  function refuse(node: PageNode, view: AnyView): never {
    throw new Refusal({ code: 'preview', title: speak(onlyPreview, sceneOf(node, view).locale) })
  }

  async function run(actions: readonly Action[]): Promise<void> {
    for (const action of actions) {
      if (action.do === 'open') openOverlay(elementOf(action.target))
      if (action.do === 'close') closeOverlay(action.target ? elementOf(action.target) : null)
      if (action.do === 'toggle') toggle(elementOf(action.target), action.to, { open: openOverlay, close: closeOverlay })
      if (action.do === 'scroll') elementOf(action.target)?.scrollIntoView({ behavior: 'smooth' })
    }
  }

  function hostOf(node: PageNode, view: AnyView): Host {
    return {
      act: async () => refuse(node, view),
      run,
      refresh: async () => {},
      share: async () => refuse(node, view),
      copy: async () => refuse(node, view),
      by: () => null,
      now: () => sceneOf(node, view).times.now ?? 0,
      link: () => location.href,
      qr: () => '',
      track: () => {},
    }
  }

  function wakeNode(element: HTMLElement): void {
    const id = element.dataset['n']!
    const node = nodeOf(id)
    const view = node && viewOf(node.type)
    if (!node || !view || !isAwake(view)) return
    awake[id] = wake(element, view, node.props, {
      host: hostOf(node, view),
      fallback: '',
      during: () => {},
      scene: () => sceneOf(node, view),
      troubleOf: (error) => (error instanceof Refusal ? error.trouble : { code: 'internal', title: String(error) }),
    })
  }

  function stop(): void {
    for (const widget of Object.values(awake)) widget.sleep()
    awake = {}
  }

  function restart(): void {
    stop()
    if (isOn) stage.querySelectorAll<HTMLElement>('[data-n]').forEach(wakeNode)
  }

  // The editor's pointer code reads the frame from outside; nothing in it may answer by itself.
  for (const type of ['click', 'submit', 'auxclick', 'dragstart', 'keydown'] as const) {
    addEventListener(
      type,
      (event) => {
        if (isOn && type !== 'auxclick' && !(event.target as Element).closest?.('a[href]')) return
        // Where somebody writes on the page, keys are letters.
        if ((event.target as HTMLElement).isContentEditable) return
        event.preventDefault()
        if (!isOn) event.stopPropagation()
      },
      true,
    )
  }
  listen(
    () => topOverlay() || document,
    (id, name, element) => {
      if (awake[id]?.act(name, element)) return
      if (name === 'close') closeOverlay(element)
      if (name === 'retry') awake[id]?.retry()
    },
    (id) => void run(nodeOf(id)?.on?.['tap'] ?? []),
  )
  addEventListener('keydown', overlayKey)
  letLeave(stage, () => isOn)

  return {
    restart,
    set(on) {
      isOn = on
      restart()
    },
  }
}
