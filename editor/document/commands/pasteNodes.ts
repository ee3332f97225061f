import type { Diff } from '../../../schemas/diff'
import { ordersBetween } from '../../../schemas/order'
import type { Action, Frame, PageDocument, PageNode } from '../../../schemas/page'
import { Impossible } from '../impossible'
import { defaultFrame, freshId, layoutOf, ordersAround, whyNotInside, type Place, type Specs } from '../placing'
import { withoutStrays } from '../symbols/withoutStrays'
import type { Clip } from './copyNodes'

export interface Paste {
  readonly clip: Clip
  readonly place: Place
  readonly specs: Specs
  /** How far a copy in a free container lies from its original, in px. */
  readonly shift?: number
  readonly random?: () => number
}

export interface Pasted {
  readonly diff: Diff
  /** The ids of the pasted tops. */
  readonly ids: readonly string[]
}

/** New nodes after a clip's, with names of their own; actions among them aim at the copies. @throws Impossible where a top is not accepted. */
export function pasteNodes(document: PageDocument, { clip, place, specs, shift = 12, random }: Paste): Pasted {
  for (const node of clip.nodes.filter(({ id }) => clip.tops.includes(id))) {
    const reason = whyNotInside(document, node.type, place.parent, specs)
    if (reason) throw new Impossible(reason)
  }
  const names = namesFor(document, clip, random)
  const orders = ordersBetween(...ordersAround(document, place), clip.tops.length)
  const isFree = layoutOf(document.nodes[place.parent], specs) === 'free'
  const copies = withoutStrays(clip.nodes).map((node): PageNode => {
    const copy = { ...node, id: names.get(node.id)!, ...retarget(node, names) }
    const top = clip.tops.indexOf(node.id)
    if (top < 0) return { ...copy, parent: names.get(node.parent!)! }
    return {
      ...copy,
      parent: place.parent,
      order: orders[top]!,
      frame: isFree ? shifted(node.frame ?? defaultFrame(document, place.parent, specs[node.type]), shift) : null,
    }
  })
  return { diff: copies.map((node) => ({ at: ['nodes', node.id], is: node })), ids: clip.tops.map((id) => names.get(id)!) }
}

function namesFor(document: PageDocument, clip: Clip, random?: () => number): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set(Object.keys(document.nodes))
  for (const node of clip.nodes) {
    const name = freshId((id) => taken.has(id), node.type, random)
    taken.add(name)
    names.set(node.id, name)
  }
  return names
}

function retarget(node: PageNode, names: ReadonlyMap<string, string>): Pick<PageNode, 'on'> {
  if (!node.on) return {}
  const aim = (action: Action): Action => ('target' in action && action.target ? { ...action, target: names.get(action.target) ?? action.target } : action)
  return { on: Object.fromEntries(Object.entries(node.on).map(([event, actions]) => [event, actions.map(aim)])) }
}

function shifted(frame: Frame, by: number): Frame {
  return { ...frame, x: frame.x + by, y: frame.y + by }
}
