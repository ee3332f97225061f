import { islands } from 'virtual:festoon-phone'
import { pageAt, phasesNamed } from '../schemas/atPhase'
import { conditionsOf } from '../schemas/conditional'
import { isDrawn } from '../schemas/isShown'
import type { Action, PageDocument, PageNode } from '../schemas/page'
import type { Json } from '../schemas/play'
import type { RulesDocument } from '../schemas/rules'
import { telephoneLink } from '../schemas/telephone'
import { subtreeOf } from '../schemas/tree'
import type { When } from '../schemas/when'
import { say, speak, type Bilingual, type Locale } from '../schemas/words'
import { escapeHtml, html, Html, safeLink } from '../widgets/html'
import type { Scene, Times } from '../widgets/host'
import { playKinds } from '../widgets/rules'
import { isAwake, type AnyView } from '../widgets/view'
import { alternatives } from './alternatives'
import { assetAddress, assetKey } from './assetAddress'
import type { Boot, BootNode } from './boot'
import { contentPolicy } from './contentPolicy'
import { closedNodes, drawTree, waitingNodes } from './drawTree'
import { kitWords } from './kit/kitWords'
import { roomFor } from './firstWindow'
import { inOneLanguage } from './inOneLanguage'
import { pageCode, pageScript, type PageFile, type PageScript, type PageTraits } from './pageScript'
import { pageColour, pageStyles } from './pageStyles'
import { plainColours } from './plainColours'
import { materialOf, type Material } from './pruneCss'
import { viewOf } from './registry'
import { timesOf } from './timesOf'
import { textsOf, translator } from './translate'

export interface RenderWish {
  readonly slug: string
  /** What the page says of its release (`<meta name="festoon-release">`), and what its acts name. */
  readonly release: string
  readonly locale: Locale
  /** The phase, or phases, that the page is drawn for; null: none is running. */
  readonly phase: string | readonly string[] | null
  readonly rules: RulesDocument
  /** Where visitors' pages live, without a slash at its end; empty: unknown. */
  readonly publicUrl: string
  /** The address of an asset at a width in px; null: there is no such asset. */
  readonly assets: (reference: string, width?: number) => string | null
  /** A preview talks to this API (with a slash at its end) and is neither tracked nor indexed. */
  readonly preview?: { readonly api: string }
}

/** A widget that could not be drawn. Its place on the page is empty. */
export interface RenderProblem {
  readonly node: string
  readonly message: Bilingual
}

export interface RenderedPage {
  readonly html: string
  /** The Content-Security-Policy to send with it. */
  readonly csp: string
  /** To be served below `/a/<slug>/f/`, for ever. */
  readonly files: readonly PageFile[]
  readonly problems: readonly RenderProblem[]
}

/** What drawing leaves behind. */
interface Traces {
  readonly types: Set<string>
  readonly assets: { [key: string]: string }
  /** What plays say by their rules alone, where a node that shows them stays awake. */
  readonly still: { [play: string]: Json }
  readonly problems: RenderProblem[]
}

function sceneFor(node: PageNode, view: AnyView, wish: RenderWish, times: Times, traces: Traces): Scene {
  const texts = textsOf(view, wish.locale)
  const keeps = staysAwake(node, view)
  const still = stillOf(node.play, wish)
  if (keeps && node.play && still !== null) traces.still[node.play] = still
  return {
    id: node.id,
    locale: wish.locale,
    t: translator(texts),
    times,
    won: null,
    trouble: null,
    play: node.play ? { status: 'loading', stage: 'before', shown: still, mine: null } : null,
    asset(reference, width) {
      const address = reference.startsWith('asset:') ? (wish.assets(reference, width) ?? '') : reference
      if (keeps && address !== assetAddress(reference, width)) traces.assets[assetKey(reference, width)] = address
      return address
    },
  }
}

/** What everybody may know of a play by its rules alone, in the page's language: it stands on the page before any script runs. */
function stillOf(id: string | undefined, { rules, locale }: RenderWish): Json | null {
  const play = id === undefined ? undefined : rules.plays[id]
  const still = play && playKinds[play.kind]?.still?.({ rules, id: id!, play })
  // One language of JSON is JSON.
  return still ? (inOneLanguage(still, locale) as Json) : null
}

/** Whether the node reacts on the phone, and so needs its view's script. */
function staysAwake(node: PageNode, view: AnyView): boolean {
  return islands[node.type] !== undefined || (isAwake(view) && view.wakes?.(node.props) !== false)
}

/** What drawing a page goes by. */
interface Ground {
  readonly page: PageDocument
  readonly wish: RenderWish
  readonly times: Times
  readonly traces: Traces
  readonly conditions: { readonly [id: string]: When }
  readonly closed: ReadonlySet<string>
}

/** Draws the body, and says what drawing it brought to light. */
function drawBody({ page, wish, times, traces, conditions, closed }: Ground): { body: string; nodes: { [id: string]: BootNode }; drawn: PageNode[] } {
  const phases = [wish.phase].flat().filter((phase) => phase !== null)
  const alternates = new Set<string>()
  const drawn: PageNode[] = []
  const waiting = waitingNodes(page.nodes)
  const nodes: { [id: string]: BootNode } = {}
  const body = drawTree(page.nodes, {
    viewOf,
    sceneOf(node, view) {
      traces.types.add(node.type)
      return sceneFor(node, view, wish, times, traces)
    },
    closed: new Set([...closed, ...waiting]),
    awaits: ({ id }) => (conditions[id] ? (closed.has(id) ? 'closed' : alternates.has(id) ? 'alt' : '') : undefined),
    runs(children) {
      // What is placed freely moves nothing when it comes, and what is closed has no place.
      const flowing = Object.fromEntries(children.flatMap(({ id, frame }) => (conditions[id] && !frame && !closed.has(id) ? [[id, conditions[id]]] : [])))
      const runs = alternatives(children, flowing)
      for (const run of runs) if (run.length > 1) for (const { id } of run) alternates.add(id)
      // They stand in one place.
      return runs.map((nodes) => ({ nodes, within: nodes.length > 1 ? { name: 'alt' } : undefined }))
    },
    isFramed: ({ parent }) => parent !== null && page.nodes[parent]?.props['layout'] === 'free',
    shows(node) {
      const isShown = (!node.hidden || waiting.has(node.id)) && viewOf(node.type) !== undefined && isDrawn(node.when, phases)
      if (isShown) {
        drawn.push(node)
        const known = bootNode(node, wish.locale)
        if (known) nodes[node.id] = known
      }
      return isShown
    },
    unknown: (_node, children) => children ?? html``,
    failed(node, error) {
      traces.problems.push({ node: node.id, message: { zh: `组件无法显示：${String(error)}`, en: `The widget could not be drawn: ${String(error)}` } })
      return html``
    },
  }).text
  return { body, nodes, drawn }
}

/** What the phone must know of a node; undefined when it has nothing to do there. */
function bootNode(node: PageNode, locale: Locale): BootNode | undefined {
  const view = viewOf(node.type)
  const tap = node.on?.['tap']?.map((action): Action => (action.do === 'call' ? { do: 'go', url: telephoneLink(action.tel) } : action))
  const awake = view && staysAwake(node, view) ? { type: node.type, props: inOneLanguage(node.props, locale) as PageNode['props'], play: node.play } : undefined
  if (!awake && !tap?.length) return undefined
  return { ...awake, tap }
}

/** The nodes of `nodes` that are drawn so that script is needed: awake ones, and taps that are not plain links. */
function needed(nodes: { readonly [id: string]: BootNode }, body: string): { [id: string]: BootNode } {
  const tapped = new Set(Array.from(body.matchAll(/ data-n="([^"]*)"[^>]* data-on/g), (match) => match[1]))
  return Object.fromEntries(Object.entries(nodes).filter(([id, { type }]) => type !== undefined || tapped.has(id)))
}

/** The first picture is wanted at once; the others when they come near. */
function orderImages(body: string): string {
  let first = true
  return body.replace(/<img [^>]*>/g, (image) => {
    const plain = image.replace(/ (loading|fetchpriority)="[^"]*"/g, '')
    const how = first ? 'fetchpriority="high"' : 'loading="lazy"'
    first = false
    return plain.replace(/^<img /, `<img ${how} `)
  })
}

/** A record, or nothing when it is empty. */
function unlessEmpty<R extends { readonly [key: string]: unknown }>(record: R): R | undefined {
  return Object.keys(record).length ? record : undefined
}

/** The phases that a page is drawn for, in the schedule's order, so that of two that overlap the later one has the last word. */
function phasesRunning({ phase, rules }: RenderWish): string[] {
  const running = [phase].flat().filter((id) => id !== null)
  const ids = rules.schedule.phases.map(({ id }) => id)
  return running.sort((one, other) => ids.indexOf(one) - ids.indexOf(other))
}

/** The phases that decide what stands on the page, and which of them it is drawn for; undefined where none does. */
function showsOf(page: PageDocument, { phase, rules }: RenderWish): Boot['shows'] {
  const named = phasesNamed(page.nodes)
  const ids = rules.schedule.phases.map(({ id }) => id).filter((id) => named.has(id))
  return ids.length ? { ids, drawn: ids.filter((id) => [phase].flat().includes(id)) } : undefined
}

/** What is left of the conditions of the nodes that are drawn. */
function conditionsDrawn(all: { readonly [id: string]: When }, drawn: readonly PageNode[]): { [id: string]: When } {
  return Object.fromEntries(drawn.flatMap(({ id }) => (all[id] ? [[id, all[id]] as const] : [])))
}

/** The kinds of the plays that conditions name. */
function kindsAsked(conditions: { readonly [id: string]: When }, { plays }: RulesDocument): { [play: string]: string } {
  const lines = Object.values(conditions).flatMap(({ play = [], not }) => [...play, ...(not?.play ?? [])])
  return Object.fromEntries(lines.flatMap(({ play }) => (plays[play] ? [[play, plays[play].kind] as const] : [])))
}

/**
 * A page asks the server only where some node is awake: where none is, a node whose condition the server decides counts as one.
 * There is no view of that name, so nothing is drawn there.
 */
function withAsker(nodes: Boot['nodes'], conditions: { readonly [id: string]: When }): Boot['nodes'] {
  const asker = Object.keys(conditions).find((id) => {
    const { segment, channel, play, visitor, not } = conditions[id]!
    return segment ?? channel ?? play ?? visitor ?? not?.segment ?? not?.channel ?? not?.play
  })
  if (asker === undefined || Object.values(nodes).some(({ type }) => type !== undefined)) return nodes
  return { ...nodes, [asker]: { ...nodes[asker], type: '?' } }
}

function bootOf(
  page: PageDocument,
  wish: RenderWish,
  times: Times,
  nodes: Boot['nodes'],
  conditions: { readonly [id: string]: When },
  { assets, still }: Traces,
): Boot {
  const { now: _now, ...fixed } = times
  const types = new Set(Object.values(nodes).flatMap(({ type }) => type ?? []))
  return {
    api: wish.preview?.api ?? `/a/${wish.slug}/`,
    release: wish.release,
    locale: wish.locale,
    times: fixed,
    nodes: withAsker(nodes, conditions),
    words: Object.fromEntries(Object.entries(kitWords).map(([key, text]) => [key, speak(text, wish.locale)])) as Boot['words'],
    texts: Object.fromEntries([...types].map((type) => [type, textsOf(viewOf(type)!, wish.locale)])),
    assets: unlessEmpty(assets),
    still: unlessEmpty(still),
    shows: showsOf(page, wish),
    when: unlessEmpty(conditions),
    plays: unlessEmpty(kindsAsked(conditions, wish.rules)),
    quiet: wish.preview ? true : undefined,
  }
}

/** What stands in `<head>` besides style: what the page is, for browsers, for those who share it, and for the server. */
function headOf(page: PageDocument, wish: RenderWish): Html {
  const { locale, slug, publicUrl, release } = wish
  const title = say(page.title, locale)
  const share = { title: say(page.share?.title, locale) || title, description: say(page.share?.description, locale), image: page.share?.image ?? '' }
  const address = publicUrl ? `${publicUrl}/a/${slug}` : ''
  const picture = share.image.startsWith('asset:') ? (wish.assets(share.image, 600) ?? '') : share.image
  const full = picture.startsWith('/') ? publicUrl + picture : picture
  const meta = (kind: 'name' | 'property', name: string, content: string): Html =>
    content ? html`<meta ${new Html(kind)}="${name}" content="${content}">` : html``
  return html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title>${title}</title>${[
    meta('name', 'description', share.description),
    meta('name', 'festoon-release', release),
    meta('name', 'theme-color', pageColour(page.theme)),
    meta('name', 'robots', wish.preview ? 'noindex' : ''),
    meta('property', 'og:title', share.title),
    meta('property', 'og:description', share.description),
    meta('property', 'og:image', full && safeLink(full)),
    meta('property', 'og:url', address),
    address ? html`<link rel="canonical" href="${address}">` : '',
  ]}<link rel="icon" href="data:,">`
}

/** What the page can come to show. An application of its own puts names together as it likes: then it is anything. */
function materialFor(body: string, boot: Boot | undefined, has: PageTraits, drawn: readonly PageNode[]): Material | undefined {
  if (drawn.some(({ type }) => islands[type] !== undefined)) return undefined
  return materialOf(['<html><body>', body, JSON.stringify(boot)].join('\n'), boot && pageCode(boot, has))
}

/**
 * A page for one language and phase, as one HTML string: content and style first, then only the script that its awake
 * widgets need. Pure: the same arguments give the same bytes. What differs by visitor or clock is not in it.
 */
export function renderPage(document: PageDocument, wish: RenderWish): RenderedPage {
  const page = pageAt(document, phasesRunning(wish))
  const traces: Traces = { types: new Set(), assets: {}, still: {}, problems: [] }
  const times = timesOf(wish.rules.schedule)
  const closed = closedNodes(page.nodes)
  const allConditions = conditionsOf(page)
  const { body: walked, nodes: known, drawn } = drawBody({ page, wish, times, traces, conditions: allConditions, closed })
  const body = plainColours(walked, page.theme)
  const nodes = needed(known, body)
  const has: PageTraits = {
    overlays: drawn.some(({ id }) => closed.has(id)),
    exits: body.includes(' data-out="'),
    phaseExits: body.includes(' data-phases="'),
    scrollExits: body.includes(' data-away'),
  }
  const conditions = conditionsDrawn(allConditions, drawn)
  const hasConditions = Object.keys(conditions).length > 0
  const hasScript = hasConditions || has.scrollExits || Object.keys(nodes).length > 0
  const boot = bootOf(page, wish, times, nodes, conditions, traces)
  const asked = {
    filesAt: `/a/${wish.slug}/f/`,
    has,
    closed: new Set([...closed].flatMap((id) => subtreeOf(page.nodes, id))),
  }
  const style = pageStyles({
    theme: page.theme,
    types: traces.types,
    hasScript,
    hasConditions,
    hasFrames: drawn.some(({ frame }) => frame),
    hasMotion: drawn.some(({ motion }) => (motion?.enter ?? 'none') !== 'none' || (motion?.loop ?? 'none') !== 'none'),
    hasExits: has.exits && hasScript,
    hasTurns: body.includes('--turn:'),
    material: materialFor(body, hasScript ? boot : undefined, has, drawn),
  })
  const script: PageScript = hasScript ? pageScript(boot, { ...asked, room: roomFor(style, body, drawn.length) }) : { text: '', files: [] }
  return {
    html: `<!doctype html><html lang="${escapeHtml(wish.locale)}"><head>${headOf(page, wish).text}<style>${style}</style></head><body>${orderImages(body)}${hasScript ? `<script>${script.text}</script>` : ''}</body></html>`,
    csp: contentPolicy({ styles: [style], scripts: hasScript ? [script.text] : [], hasFiles: script.files.length > 0 }),
    files: script.files,
    problems: traces.problems,
  }
}
