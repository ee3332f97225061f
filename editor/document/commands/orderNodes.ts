import { applyDiff, squashDiffs, type Diff } from '../../../schemas/diff'
import type { Frame, PageDocument } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import type { Specs } from '../placing'
import { frameIn, stackOf } from './framed'
import { moveNodes } from './moveNodes'
import { topmost } from './topmost'

/** Later siblings lie in front of earlier ones. */
export type Depth = 'front' | 'forward' | 'backward' | 'back'

/** Brings nodes before or behind their siblings, keeping their own order. @throws Impossible when one is locked. */
export function orderNodes(document: PageDocument, { ids, to, specs }: { readonly ids: readonly string[]; readonly to: Depth; readonly specs: Specs }): Diff {
  const diffs: Diff[] = []
  let grown = document
  for (const [parent, moving] of byParent(document, topmost(document, ids))) {
    const stack = stackOf(document, parent).map(({ id }) => id)
    const others = stack.filter((id) => !moving.includes(id))
    const at = targetOf(stack, moving, to)
    if (at === null) continue
    const [below, above] = [others[at - 1], others[at]]
    const before = below === undefined ? (above ?? null) : followerOf(document, below, moving)
    const layer = frameIn(document, below ?? above ?? '')?.z ?? 0
    for (const id of stack.filter((one) => moving.includes(one))) {
      const diff = moveNodes(grown, { ids: [id], place: { parent, before }, specs, frames: onLayer(document, id, layer) })
      grown = applyDiff(grown, diff)
      diffs.push(diff)
    }
  }
  return squashDiffs(diffs)
}

/** The sibling after another one, leaving out those that are on the move. */
function followerOf({ nodes }: PageDocument, id: string, moving: readonly string[]): string | null {
  const staying = childrenOf(nodes, nodes[id]!.parent!).filter((one) => !moving.includes(one.id))
  return staying[staying.findIndex((one) => one.id === id) + 1]?.id ?? null
}

/** What is placed freely goes to the layer of those that it lies beside, for layers count before order. */
function onLayer(document: PageDocument, id: string, layer: number): { readonly [id: string]: Frame } {
  const frame = frameIn(document, id)
  if (!frame) return {}
  const { z: _before, ...rest } = frame
  return { [id]: layer === 0 ? rest : { ...rest, z: layer } }
}

function byParent({ nodes }: PageDocument, ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const parent = nodes[id]!.parent!
    groups.set(parent, [...(groups.get(parent) ?? []), id])
  }
  return groups
}

/** How many of the others they come after; null: they stay. */
function targetOf(stack: readonly string[], moving: readonly string[], to: Depth): number | null {
  const others = stack.filter((id) => !moving.includes(id))
  const places = moving.map((id) => stack.indexOf(id))
  const [lowest, highest] = [Math.min(...places), Math.max(...places)]
  const behind = others.filter((id) => stack.indexOf(id) < lowest).length
  const upTo = others.filter((id) => stack.indexOf(id) < highest).length
  const at = to === 'front' ? others.length : to === 'back' ? 0 : to === 'forward' ? upTo + 1 : behind - 1
  return at < 0 || at > others.length ? null : at
}
