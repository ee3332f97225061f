import { nodeAt } from '../../schemas/atPhase'
import { isSame } from '../../schemas/diff'
import { isDrawn, isShown } from '../../schemas/isShown'
import { rootId, type PageNode, type Theme } from '../../schemas/page'
import { childIndex } from '../../schemas/tree'
import { untilVisited } from '../../schemas/when'
import type { Scene, Times } from '../../widgets/host'
import { html } from '../../widgets/html'
import { specs } from '../../widgets/specs'
import type { AnyView } from '../../widgets/view'
import { assetAddress } from '../assetAddress'
import { wrapperOf } from '../drawNode'
import { closedNodes, drawSubtree, freeHeight, type Run, type Walk } from '../drawTree'
import { morph, morphNode } from '../kit/morph'
import { scaleStyle, themeStyle } from '../pageStyles'
import { viewOf } from '../registry'
import { timesOf } from '../timesOf'
import { textsOf, translator } from '../translate'
import { bands, type RunsOf } from './bands'
import type { CanvasHandle, CanvasOrder, Look } from './canvasMessages'
import { factsFor } from './factsFor'
import { emptyPlaceholder, failedPlaceholder, isShape, unknownPlaceholder } from './placeholders'
import { player } from './player'
import { sampleOf, stagedBy } from './samplesOf'

const noTimes: Times = { now: null, startsAt: 0, endsAt: 0, offsets: [[0, 0]], phases: [] }

/** What of a node decides where it stands, and how what is inside it stands. A change of anything else concerns the node alone. */
function standing(node: PageNode | null | undefined): string {
  return node
    ? JSON.stringify([node.parent, node.order, node.when, node.type, node.props['layout'], node.props['height'], node.frame ? Boolean(node.frame.z) : null])
    : ''
}

/** Whether all that has changed is where in its container a node stands, and it holds nothing itself. */
function isMoved(old: PageNode | null | undefined, node: PageNode | null): boolean {
  if (!old?.frame || !node?.frame || specs[node.type]?.contains !== undefined) return false
  return isSame({ ...old, frame: { ...old.frame, x: 0, y: 0 } }, { ...node, frame: { ...node.frame, x: 0, y: 0 } })
}

/** The nodes that are drawn inside an element, and by which key that in which each stands is known. */
function holdersIn(element: HTMLElement): Map<string, string> {
  return new Map(Array.from(element.querySelectorAll<HTMLElement>('[data-n]'), (node) => [node.dataset['n']!, node.parentElement!.dataset['key'] ?? '']))
}

/**
 * A page on the editor's canvas: its own mirror of the records, drawn by the functions that publish it.
 * A change of a leaf draws one node; a change of order draws the containers concerned and leaves alone what stands in them.
 */
export function createCanvas(stage: HTMLElement, themeSheet: HTMLStyleElement): CanvasHandle {
  /** The records as the document has them, and as they are in the phase that is looked at. */
  let records: { [id: string]: PageNode } = {}
  let nodes: { [id: string]: PageNode } = {}
  /** What is worked out from all nodes; absent: to be worked out again. */
  let known: { index?: Map<string, PageNode[]>; closed?: Set<string>; runs?: RunsOf } = {}
  let times = noTimes
  let look: Required<Look> = { locale: 'zh-CN', phase: null, as: null, samples: {}, plays: {}, stills: {}, variables: {}, open: null }
  let renders = 0

  const walk: Walk = {
    viewOf,
    sceneOf,
    index: new Map(),
    closed: new Set(),
    stateOf(node, view) {
      const sample = sampleOf(node, look)
      return sample?.state && { ...view.state?.(node.props), ...sample.state }
    },
    isFramed: ({ parent }) => parent !== null && nodes[parent]?.props['layout'] === 'free',
    shows: ({ when }) => (look.phase === null || isDrawn(when, [look.phase])) && (look.as === null || isShown(untilVisited(when), factsFor(look.as, look))),
    unknown: (node, children) => unknownPlaceholder(node, look.locale, children),
    failed: (node, error) => failedPlaceholder(node, look.locale, error),
    empty: (node) => (isShape(node) ? html`` : emptyPlaceholder(look.locale)),
    classOf: ({ hidden }) => (hidden ? 'is-hidden' : ''),
  }

  function sceneOf(node: PageNode, view: AnyView): Scene {
    renders++
    return {
      id: node.id,
      locale: look.locale,
      t: translator(textsOf(view, look.locale)),
      asset: assetAddress,
      ...stagedBy(node, sampleOf(node, look), { times, stills: look.stills }),
    }
  }

  /** Puts one record in the place of another, and forgets only what that makes wrong. */
  function put(id: string, node: PageNode | null): void {
    const old = nodes[id]
    if (node) nodes[id] = node
    else delete nodes[id]
    if (old?.on !== node?.on || old?.type !== node?.type) delete known.closed
    if (!node || !old || old.parent !== node.parent || old.order !== node.order) delete known.index
    else if (node.parent !== null) {
      const siblings = known.index?.get(node.parent) ?? []
      siblings[siblings.findIndex((one) => one.id === id)] = node
    }
  }

  /** The walk over the page as it is now. */
  function now(): Walk {
    known.index ??= childIndex(nodes)
    known.closed ??= closedNodes(nodes)
    const closed = look.open ? new Set([...known.closed].filter((id) => id !== look.open)) : known.closed
    known.runs ??= bands()
    return { ...walk, index: known.index, closed, runs: known.runs }
  }

  const playing = player({ stage, nodeOf: (id) => nodes[id], sceneOf })

  const found = new Map<string, HTMLElement>()
  /** Looked for once, as long as it stands on the page. */
  function elementOf(id: string): HTMLElement | null {
    const last = found.get(id)
    if (last?.isConnected && last.dataset['n'] === id) return last
    const element = stage.querySelector<HTMLElement>(`[data-n="${CSS.escape(id)}"]`)
    if (element) found.set(id, element)
    else found.delete(id)
    return element
  }

  function drawAll(): void {
    const root = nodes[rootId]
    morph(stage, root ? drawSubtree(root, now()).text : '')
    playing.restart()
  }

  /** Draws one node again. What stands inside it stays, except `fresh` nodes, which are drawn with all they hold. */
  function redraw(id: string, fresh: ReadonlySet<string>, current: Walk): void {
    const node = nodes[id]
    const element = elementOf(id)
    if (!node || !element) return
    const holder = holdersIn(element)
    const stays = ({ id: child }: PageNode, within: Run['within']): boolean => !fresh.has(child) && holder.get(child) === (within?.key ?? '')
    const template = document.createElement('template')
    template.innerHTML = drawSubtree(node, {
      ...current,
      instead: (child, within) => (stays(child, within) ? html`<div data-n="${child.id}" data-same></div>` : drawSubtree(child, current)),
    }).text
    const wanted = template.content.firstElementChild!
    if (wanted.nodeName === element.nodeName) morphNode(element, wanted)
    else drawAll()
  }

  /** Puts a node elsewhere in its free container: nothing that it shows depends on where. */
  function place(id: string): void {
    const { style } = wrapperOf(nodes[id]!, walk)
    if (typeof style === 'string') elementOf(id)?.setAttribute('style', style)
  }

  const heightOf = (id: string, { index }: Walk): number | undefined => nodes[id] && freeHeight(nodes[id], index.get(id) ?? [])

  function change(changed: readonly (readonly [string, PageNode | null])[]): void {
    const before = now().closed
    // What is placed freely may make what holds it higher, and moves nothing else.
    const reframed = changed.filter(([id, record]) => !record || record.frame !== nodes[id]?.frame)
    const parents = new Set(reframed.flatMap(([id]) => nodes[id]?.parent ?? []))
    const heights = new Map([...parents].map((id) => [id, heightOf(id, now())]))
    const dirty = new Set<string>()
    const fresh = new Set<string>()
    const placed: string[] = []
    for (const [id, record] of changed) {
      const old = nodes[id]
      const node = record && inPhase(record)
      if (record) records[id] = record
      else delete records[id]
      if (isMoved(old, node)) placed.push(id)
      else if (standing(old) === standing(node)) dirty.add(id)
      else {
        fresh.add(id)
        for (const parent of [old?.parent, node?.parent]) if (parent) dirty.add(parent)
      }
      put(id, node)
    }
    const current = now()
    // An action that opens a node may have come or gone elsewhere.
    for (const id of [...before, ...current.closed]) if (before.has(id) !== current.closed.has(id)) dirty.add(id)
    for (const [id, height] of heights) if (heightOf(id, current) !== height) dirty.add(id)
    for (const id of placed) place(id)
    for (const id of dirty) redraw(id, fresh, current)
    if (fresh.has(rootId)) drawAll()
    playing.restart()
  }

  const inPhase = (node: PageNode): PageNode => (look.phase === null ? node : nodeAt(node, [look.phase]))

  function allInPhase(): void {
    nodes = Object.fromEntries(Object.entries(records).map(([id, node]) => [id, inPhase(node)]))
    known = {}
  }

  function dress(theme: Theme | undefined): void {
    if (theme) themeSheet.textContent = `:root{${themeStyle(theme)}}${scaleStyle(theme)}`
  }

  function receive(order: CanvasOrder): void {
    switch (order.kind) {
      case 'load':
        records = { ...order.page.nodes }
        look = { ...look, locale: order.page.locale, ...order.look }
        allInPhase()
        if (order.schedule) times = timesOf(order.schedule)
        dress(order.page.theme)
        return drawAll()
      case 'change':
        dress(order.theme)
        if (order.schedule) times = timesOf(order.schedule)
        if (order.nodes) change(order.nodes)
        return order.schedule && drawAll()
      case 'look': {
        const { kind: _kind, ...wanted } = order
        look = { ...look, ...wanted }
        allInPhase()
        return drawAll()
      }
      case 'play':
        return playing.set(order.on)
    }
  }
  return {
    receive,
    get renders() {
      return renders
    },
  }
}
