import type { Frame, PageNode } from '../schemas/page'
import { telephoneLink } from '../schemas/telephone'
import { escapeHtml, html, Html, safeLink } from '../widgets/html'
import type { Scene } from '../widgets/host'
import { specs } from '../widgets/specs'
import { isAwake, type AnyView } from '../widgets/view'
import { designWidth } from './designWidth'
import { exitMarks, motionLook } from './motionLook'

/** How nodes are drawn: the publisher and the canvas differ in this, and in nothing else. */
export interface Drawing {
  viewOf(type: string): AnyView | undefined
  sceneOf(node: PageNode, view: AnyView): Scene
  /** The view's own state; absent: as it begins. */
  stateOf?(node: PageNode, view: AnyView): unknown
  /** Nodes that start hidden and are opened by an action. */
  readonly closed: ReadonlySet<string>
  /** Whether the node's parent places its children freely. */
  isFramed(node: PageNode): boolean
  /** What stands for a node of a type that is not installed. */
  unknown(node: PageNode, children: Html | undefined): Html
  /** What stands for a node whose view threw. */
  failed(node: PageNode, error: unknown): Html
  /** How a node waits until it is known whether its visitor sees it: `closed` where an action opens it, `alt` in the place of others; absent: it does not. */
  awaits?(node: PageNode): '' | 'closed' | 'alt' | undefined
  /** A class that a wrapper gets besides its own. */
  classOf?(node: PageNode): string
}

/** What a container holds, already drawn. `height`: it places its children freely, on so many px of the design. */
export interface Contents {
  readonly children: Html
  readonly height: number | undefined
}

/** The inside of a node: what its view draws, or what stands for it. Never throws. */
export function drawInside(node: PageNode, drawing: Drawing, children?: Html): Html {
  const view = drawing.viewOf(node.type)
  if (!view) return drawing.unknown(node, children)
  try {
    const state = drawing.stateOf?.(node, view) ?? view.state?.(node.props) ?? {}
    const scene = drawing.sceneOf(node, view)
    return view.html(node.props, state, isOverlay(node) ? { ...scene, moving: movingOf(node) } : scene, children)
  } catch (error) {
    return drawing.failed(node, error)
  }
}

/** Across: shares of the container's width; down: the page's own unit, `--u` (1 px of the design at this screen's width). */
function frameStyle({ x, y, w, h, rotate, z }: Frame): string {
  const share = (n: number): string => `${Math.round((n / designWidth) * 1e4) / 100}%`
  const unit = (n: number): string => `calc(${n}*var(--u))`
  return `left:${share(x)};top:${unit(y)};width:${share(w)};height:${unit(h)}${rotate ? `;transform:rotate(${rotate}deg)` : ''}${z ? `;z-index:${z}` : ''}`
}

type Attributes = { readonly [name: string]: string | false | undefined }

function attributes(all: Attributes): Html {
  const written = Object.entries(all).map(([name, value]) => {
    if (value === false || value === undefined) return ''
    return value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`
  })
  return new Html(written.join(''))
}

function isOverlay({ type }: PageNode): boolean {
  return specs[type]?.overlay === true
}

/** An overlay's element holds what is fixed on the screen: a moving one would carry that off. Its view moves the box in it. */
function movingOf({ motion }: PageNode): Scene['moving'] {
  const { enters, leaves, names, styles } = motionLook(motion)
  // Chosen not to move is a choice too.
  return { enters: enters || motion?.enter === 'none', leaves: leaves || motion?.exit === 'none', names: names.join(' '), style: styles.join(';') }
}

/** What says how high a container is that places freely. What a popup holds is as high, not the popup: its element takes no room on the page. */
function heightOf(node: PageNode): string {
  return isOverlay(node) ? '--free' : 'min-height'
}

/** A node's wrapper, without what it holds. `height` is that of a container which places its children freely. */
export function wrapperOf(node: PageNode, drawing: Drawing, height?: number): Attributes {
  const isFramed = Boolean(node.frame) && drawing.isFramed(node)
  const rotate = (isFramed && node.frame!.rotate) || 0
  const moving = motionLook(isOverlay(node) ? undefined : node.motion, rotate)
  const leaving = exitMarks(node.motion, { isOverlay: isOverlay(node), phases: node.when?.phase })
  const names = [`w-${node.type}`, isFramed && 'framed', height !== undefined && 'free', ...moving.names, drawing.classOf?.(node)]
  const styles = [...moving.styles, leaving.style, isFramed && frameStyle(node.frame!), height !== undefined && `${heightOf(node)}:calc(${height}*var(--u))`]
  return {
    'class': names.filter(Boolean).join(' '),
    'data-n': node.id,
    'style': styles.filter(Boolean).join(';') || undefined,
    ...leaving.attributes,
    'hidden': drawing.closed.has(node.id) && drawing.awaits?.(node) !== 'closed' && '',
    'data-if': drawing.awaits?.(node),
  }
}

/** The address that a tap on the node leads to, when that is all it does and no script is needed for it. */
function linkOf(node: PageNode, drawing: Drawing): string | null {
  const tap = node.on?.['tap'] ?? []
  const only = tap[0]
  const view = drawing.viewOf(node.type)
  if (tap.length !== 1 || (view && isAwake(view))) return null
  if (only?.do === 'call') return telephoneLink(only.tel)
  return only?.do === 'go' ? safeLink(only.url) : null
}

const control = /<(a|button|input|select|textarea|label)[\s>]/
const button = /<button type="button"([^>]*)>([^]*?)<\/button>/g

/** The drawing with its one button as a link to `href`; null when it has more, or other things to tap. */
function asLink(drawn: string, href: string): Html | null {
  const linked = drawn.replace(button, (_whole, attributes: string, label: string) => `<a href="${escapeHtml(href)}"${attributes}>${label}</a>`)
  return drawn.match(button)?.length === 1 && !control.test(linked.replace('<a ', '<x ')) ? new Html(linked) : null
}

/**
 * One node as HTML: its wrapper (`data-n`, class `w-<type>`) around what its view draws. A tap that only goes somewhere
 * becomes a link; any other marks the wrapper with `data-on` for the page's script.
 */
export function drawNode(node: PageNode, drawing: Drawing, contents?: Contents): Html {
  const wrapper = wrapperOf(node, drawing, contents?.height)
  const drawn = drawInside(node, drawing, contents?.children)
  if (!node.on?.['tap']?.length) return html`<div${attributes(wrapper)}>${drawn}</div>`
  const href = linkOf(node, drawing)
  const hasControl = control.test(drawn.text)
  if (href !== null && !hasControl) return html`<a${attributes({ ...wrapper, href })}>${drawn}</a>`
  const linked = href === null ? null : asLink(drawn.text, href)
  if (linked) return html`<div${attributes(wrapper)}>${linked}</div>`
  const tapping = hasControl ? { 'data-on': '' } : { 'data-on': '', 'role': 'button', 'tabindex': '0' }
  return html`<div${attributes({ ...wrapper, ...tapping })}>${drawn}</div>`
}
