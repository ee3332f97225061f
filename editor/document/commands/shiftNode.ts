import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import type { Specs } from '../placing'
import { moveNodes } from './moveNodes'

/** One step up (-1) or down (1) among its siblings; nothing at either end. @throws Impossible when it is locked. */
export function shiftNode(document: PageDocument, { id, by, specs }: { readonly id: string; readonly by: -1 | 1; readonly specs: Specs }): Diff {
  const parent = document.nodes[id]?.parent
  if (parent === null || parent === undefined) return []
  const siblings = childrenOf(document.nodes, parent).map((sibling) => sibling.id)
  const at = siblings.indexOf(id)
  if (at + by < 0 || at + by >= siblings.length) return []
  const before = by < 0 ? siblings[at - 1]! : (siblings[at + 2] ?? null)
  return moveNodes(document, { ids: [id], place: { parent, before }, specs })
}
