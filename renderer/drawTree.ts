import { rootId, type PageNode } from '../schemas/page'
import { childIndex } from '../schemas/tree'
import { html, type Html } from '../widgets/html'
import { specs } from '../widgets/specs'
import { drawNode, type Drawing } from './drawNode'

type Nodes = { readonly [id: string]: PageNode }

/** The nodes that start closed: overlays by their kind, and whatever an `open` names. */
export function closedNodes(nodes: Nodes): Set<string> {
  const closed = new Set<string>()
  for (const node of Object.values(nodes)) {
    if (specs[node.type]?.overlay) closed.add(node.id)
    if (node.on) for (const action of Object.values(node.on).flat()) if (action.do === 'open') closed.add(action.target)
  }
  return closed
}

/** The nodes that are there but out of sight, until an action shows them. */
export function waitingNodes(nodes: Nodes): Set<string> {
  const actions = Object.values(nodes).flatMap(({ on }) => (on ? Object.values(on).flat() : []))
  return new Set(actions.flatMap((action) => (action.do === 'toggle' && nodes[action.target]?.hidden ? [action.target] : [])))
}

/** How high a container that places its children freely is, in px of the design; undefined for all others. */
export function freeHeight(node: PageNode, children: readonly PageNode[]): number | undefined {
  if (node.props['layout'] !== 'free') return undefined
  const own = Number(node.props['height']) || 0
  return Math.max(own, ...children.map(({ frame }) => (frame ? frame.y + frame.h : 0)))
}

/** Children that stand in one element: its class, and the key that it is known by; absent: in none of their own. */
export interface Run {
  readonly nodes: readonly PageNode[]
  readonly within?: { readonly name: string; readonly key?: string } | undefined
}

/** What a walk over a page needs besides how a node is drawn. */
export interface Walk extends Drawing {
  readonly index: ReadonlyMap<string, readonly PageNode[]>
  shows(node: PageNode): boolean
  /** The children of a container in runs; absent: each stands by itself. */
  runs?(children: readonly PageNode[], container: PageNode): readonly Run[]
  /** What stands in a container that has no children. */
  empty?(node: PageNode): Html
  /** What stands for a child instead of its drawing; undefined: draw it. */
  instead?(node: PageNode, within: Run['within']): Html | undefined
}

function drawRun({ nodes, within }: Run, walk: Walk): Html {
  const drawn = html`${nodes.map((node) => walk.instead?.(node, within) ?? drawSubtree(node, walk))}`
  return within ? html`<div class="${within.name}"${within.key === undefined ? '' : html` data-key="${within.key}"`}>${drawn}</div>` : drawn
}

/** A node with everything inside it. */
export function drawSubtree(node: PageNode, walk: Walk): Html {
  const holds = specs[node.type]?.contains !== undefined
  const inside = walk.index.get(node.id) ?? []
  if (!holds && !inside.length) return drawNode(node, walk)
  const shown = inside.filter(walk.shows)
  const runs = walk.runs?.(shown, node) ?? [{ nodes: shown }]
  const drawn = runs.map((run) => drawRun(run, walk))
  const children = shown.length || !walk.empty ? html`${drawn}` : walk.empty(node)
  return drawNode(node, walk, { children, height: freeHeight(node, inside) })
}

/** The whole page, from its root. */
export function drawTree(nodes: Nodes, walk: Omit<Walk, 'index'>): Html {
  const root = nodes[rootId]
  return root ? drawSubtree(root, { ...walk, index: childIndex(nodes) }) : html``
}
