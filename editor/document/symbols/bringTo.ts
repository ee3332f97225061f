import { valueAt } from '../../../schemas/diff'
import type { PageDocument, PageNode } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { childIndex, isInside, subtreeOf } from '../../../schemas/tree'
import { freshId } from '../placing'
import type { Instance } from './instance'
import { agreeAt, aimed, sharedNodes, sharedPlaces, standAlike, withValue, type SharedAt } from './shared'

type Nodes = { readonly [id: string]: PageNode }

export interface Merge {
  /** What the instance was made of, but for what the page has changed; null: the page's changes do not count. */
  readonly base: SymbolContent | null
  /** What the instance is to be. */
  readonly next: SymbolContent
  readonly random?: (() => number) | undefined
}

/** What all steps of one merge know. `mine` is the instance as its symbol would tell it. */
interface Sides extends Merge {
  readonly instance: Instance
  readonly mine: ReadonlyMap<string, PageNode>
  /** Ids on the page by ids in the symbol, of nodes that are there and of those to come. */
  readonly pageIds: ReadonlyMap<string, string>
  /** Ids on the page of those to come. */
  readonly arriving: ReadonlySet<string>
}

/**
 * The page's nodes with one instance merged with another content of its symbol, place by place: what the page has changed
 * stays, everything else follows the symbol. Nodes that the symbol got come in, those that it lost go, unless the page has
 * changed them or put something into them.
 */
export function bringTo(document: PageDocument, instance: Instance, { base, next, random }: Merge): Nodes {
  const arriving = arrivals(document, instance, base, next, random)
  const sides: Sides = {
    base,
    next,
    instance,
    mine: sharedNodes(document, instance),
    pageIds: new Map([...instance.pageIds, ...arriving]),
    arriving: new Set(arriving.values()),
  }
  const merged: { [id: string]: PageNode } = { ...document.nodes }
  for (const [inner, id] of arriving) merged[id] = arrived(next.nodes[inner]!, id, sides)
  for (const [inner, id] of instance.pageIds) if (next.nodes[inner]) merged[id] = mergedNode(document.nodes[id]!, inner, sides)
  return withoutGone(soundlyPlaced(merged, document.nodes, sides), sides)
}

/** Nodes of the symbol that come in, with the ids they get: those that are new to it, where what holds them is there. */
function arrivals({ nodes }: PageDocument, { pageIds }: Instance, base: SymbolContent | null, next: SymbolContent, random?: () => number): Map<string, string> {
  const arriving = new Map<string, string>()
  const taken = new Set(Object.keys(nodes))
  for (const inner of subtreeOf(next.nodes, next.root)) {
    const { parent, type } = next.nodes[inner]!
    const isHeld = parent !== null && (pageIds.has(parent) || arriving.has(parent))
    if (pageIds.has(inner) || base?.nodes[inner] || !isHeld) continue
    const id = freshId((name) => taken.has(name), type, random)
    taken.add(id)
    arriving.set(inner, id)
  }
  return arriving
}

function arrived(node: PageNode, id: string, { pageIds }: Sides): PageNode {
  const on = node.on ? { on: aimed(node.on, (target) => pageIds.get(target)) } : {}
  return { ...node, ...on, id, parent: pageIds.get(node.parent!)!, of: node.id }
}

function mergedNode(node: PageNode, inner: string, sides: Sides): PageNode {
  const { base, next, mine, instance, pageIds } = sides
  const [was, is, own] = [base?.nodes[inner], next.nodes[inner]!, mine.get(inner)!]
  const isRoot = node.id === instance.root
  const isMine = (at: SharedAt): boolean => base !== null && is.type === own.type && !agreeAt(own, was, at)
  const values = sharedPlaces(own, is, isRoot)
    .filter((at) => !agreeAt(own, is, at) && !isMine(at))
    .reduce((merged, at) => withValue(merged, at, at[0] === 'on' && is.on ? aimed(is.on, (target) => pageIds.get(target)) : valueAt(is, at)), node)
  const parent = is.parent === null ? undefined : pageIds.get(is.parent)
  const stays = isRoot || parent === undefined || standAlike(own, is) || (base !== null && !standAlike(own, was))
  return stays ? values : { ...values, parent, order: is.order }
}

/** Both sides' moves can lead in a circle; then what was there stays where it was. */
function soundlyPlaced(merged: Nodes, before: Nodes, { instance }: Sides): Nodes {
  const members = [...instance.innerIds.keys()]
  if (members.every((id) => !isInCircle(merged, id))) return merged
  const back = members.map((id) => [id, { ...merged[id]!, parent: before[id]!.parent, order: before[id]!.order }] as const)
  return { ...merged, ...Object.fromEntries(back) }
}

function isInCircle(nodes: Nodes, id: string): boolean {
  const { parent } = nodes[id]!
  return parent !== null && isInside(nodes, parent, id)
}

/** Takes away what the symbol has no more, innermost first, so that a container with something left in it stays. */
function withoutGone(merged: Nodes, sides: Sides): Nodes {
  const { base, next, mine, instance, arriving } = sides
  const index = childIndex(merged)
  const gone = new Set<string>()
  const isWanted = (id: string): boolean => {
    const inner = instance.innerIds.get(id)
    if (inner === undefined) return base !== null || arriving.has(id)
    return next.nodes[inner] !== undefined || isChanged(mine.get(inner)!, base, inner)
  }
  const visit = (id: string): void => {
    const children = index.get(id) ?? []
    for (const child of children) visit(child.id)
    if (id !== instance.root && !isWanted(id) && children.every((child) => gone.has(child.id))) gone.add(id)
  }
  visit(instance.root)
  return gone.size ? Object.fromEntries(Object.entries(merged).filter(([id]) => !gone.has(id))) : merged
}

/** Whether the page has changed a node that it has from its symbol, or brought it in itself. */
function isChanged(own: PageNode, base: SymbolContent | null, inner: string): boolean {
  if (base === null) return false
  const was = base.nodes[inner]
  return !was || !standAlike(own, was) || sharedPlaces(own, was, false).some((at) => !agreeAt(own, was, at))
}
