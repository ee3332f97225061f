import { squashDiffs, type Diff } from '../../../schemas/diff'
import { applyDiff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import type { Specs } from '../placing'
import { moveNodes } from './moveNodes'
import { topmost } from './topmost'

/** Later siblings lie in front of earlier ones. */
export type Depth = 'front' | 'forward' | 'backward' | 'back'

/** Brings nodes before or behind their siblings, keeping their own order. @throws Impossible when one is locked. */
export function orderNodes(document: PageDocument, { ids, to, specs }: { readonly ids: readonly string[]; readonly to: Depth; readonly specs: Specs }): Diff {
  const diffs: Diff[] = []
  let grown = document
  for (const [parent, moving] of byParent(document, topmost(document, ids))) {
    const before = targetOf(
      childrenOf(document.nodes, parent).map(({ id }) => id),
      moving,
      to,
    )
    if (before === undefined) continue
    const diff = moveNodes(grown, { ids: moving, place: { parent, before }, specs })
    grown = applyDiff(grown, diff)
    diffs.push(diff)
  }
  return squashDiffs(diffs)
}

function byParent({ nodes }: PageDocument, ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const parent = nodes[id]!.parent!
    groups.set(parent, [...(groups.get(parent) ?? []), id])
  }
  return groups
}

/** The sibling that they go before; null: last; undefined: they stay. */
function targetOf(siblings: readonly string[], moving: readonly string[], to: Depth): string | null | undefined {
  const others = siblings.filter((id) => !moving.includes(id))
  const places = moving.map((id) => siblings.indexOf(id))
  const [lowest, highest] = [Math.min(...places), Math.max(...places)]
  const behind = others.filter((id) => siblings.indexOf(id) < lowest).length
  const upTo = others.filter((id) => siblings.indexOf(id) < highest).length
  const at = to === 'front' ? others.length : to === 'back' ? 0 : to === 'forward' ? upTo + 1 : behind - 1
  return at < 0 || at > others.length ? undefined : (others[at] ?? null)
}
