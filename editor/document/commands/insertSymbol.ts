import type { Diff } from '../../../schemas/diff'
import { orderBetween } from '../../../schemas/order'
import type { Frame, PageDocument, PageNode, SymbolLink } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { subtreeOf } from '../../../schemas/tree'
import { Impossible } from '../impossible'
import { defaultFrame, freshId, layoutOf, ordersAround, whyNotInside, type Place, type Specs } from '../placing'
import { aimed } from '../symbols/shared'

export interface SymbolInsertion {
  readonly content: SymbolContent
  readonly link: SymbolLink
  readonly place: Place
  readonly specs: Specs
  /** Where it stands in a free container; absent: below everything there. */
  readonly frame?: Frame
  /** The plays that its widgets show, by kind. */
  readonly plays?: { readonly [kind: string]: string }
  readonly random?: () => number
}

/** A new instance of a symbol. @throws Impossible where its container does not take it. */
export function insertSymbol(
  document: PageDocument,
  { content, link, place, specs, frame, plays = {}, random }: SymbolInsertion,
): { readonly diff: Diff; readonly id: string } {
  const root = content.nodes[content.root]!
  const reason = whyNotInside(document, root.type, place.parent, specs)
  if (reason) throw new Impossible(reason)
  const names = namesFor(document, content, random)
  const isFree = layoutOf(document.nodes[place.parent], specs) === 'free'
  const nodes = [...names].map(([inner, id]): PageNode => {
    const { frame: size, ...node } = content.nodes[inner]!
    const play = plays[specs[node.type]?.shows ?? '']
    const copy: PageNode = {
      ...node,
      id,
      of: inner,
      ...(play === undefined ? {} : { play }),
      ...(node.on ? { on: aimed(node.on, (target) => names.get(target)) } : {}),
    }
    if (inner !== content.root) return { ...copy, parent: names.get(node.parent!)!, ...(size ? { frame: size } : {}) }
    const placed = { ...defaultFrame(document, place.parent, specs[node.type]), ...(size ? { w: size.w, h: size.h } : {}) }
    return { ...copy, parent: place.parent, order: orderBetween(...ordersAround(document, place)), symbol: link, ...(isFree ? { frame: frame ?? placed } : {}) }
  })
  return { diff: nodes.map((node) => ({ at: ['nodes', node.id], is: node })), id: names.get(content.root)! }
}

function namesFor(document: PageDocument, { root, nodes }: SymbolContent, random?: () => number): Map<string, string> {
  const taken = new Set(Object.keys(document.nodes))
  const names = new Map<string, string>()
  for (const inner of subtreeOf(nodes, root)) {
    const id = freshId((name) => taken.has(name), nodes[inner]!.type, random)
    taken.add(id)
    names.set(inner, id)
  }
  return names
}
