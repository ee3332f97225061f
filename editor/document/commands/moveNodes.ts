import { setAt, squashDiffs, removeAt, type Diff } from '../../../schemas/diff'
import { ordersBetween } from '../../../schemas/order'
import type { Frame, PageDocument } from '../../../schemas/page'
import { Impossible } from '../impossible'
import { defaultFrame, layoutOf, ordersAround, whyNotMove, type Place, type Specs } from '../placing'
import { topmost } from './topmost'

export interface Move {
  readonly ids: readonly string[]
  readonly place: Place
  readonly specs: Specs
  /** Frames in a free container, by id; a node without one keeps its own or is put below the others. */
  readonly frames?: { readonly [id: string]: Frame }
}

/** Takes nodes with all they hold to another place, keeping their order. @throws Impossible into itself or where it is not accepted. */
export function moveNodes(document: PageDocument, { ids, place, specs, frames = {} }: Move): Diff {
  const moving = topmost(document, ids)
  for (const id of moving) {
    const reason = whyNotMove(document, id, place.parent, specs)
    if (reason) throw new Impossible(reason)
  }
  const isFree = layoutOf(document.nodes[place.parent], specs) === 'free'
  const orders = ordersBetween(...ordersAround(document, place, moving), moving.length)
  return squashDiffs(
    moving.map((id, i) => [
      ...setAt(document, ['nodes', id, 'parent'], place.parent),
      ...(isAlready(document, moving, place) ? [] : setAt(document, ['nodes', id, 'order'], orders[i]!)),
      ...(isFree
        ? setAt(document, ['nodes', id, 'frame'], frames[id] ?? frameOf(document, id, place.parent, specs))
        : // A container that was free gives it back when it is free again.
          document.nodes[id]!.parent === place.parent
          ? []
          : removeAt(document, ['nodes', id, 'frame'])),
    ]),
  )
}

function frameOf(document: PageDocument, id: string, parent: string, specs: Specs): Frame {
  const node = document.nodes[id]!
  return node.frame ?? defaultFrame(document, parent, specs[node.type])
}

/** A node dropped where it stands keeps its order, so that nothing is edited. */
function isAlready(document: PageDocument, moving: readonly string[], { parent, before }: Place): boolean {
  const [only] = moving
  if (moving.length !== 1 || document.nodes[only!]!.parent !== parent) return false
  const { order } = document.nodes[only!]!
  const [lower, upper] = ordersAround(document, { parent, before }, moving)
  return (lower === null || lower < order) && (upper === null || order < upper)
}
