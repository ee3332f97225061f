import { applyDiff, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import type { Specs } from '../placing'
import { copyNodes } from './copyNodes'
import { pasteNodes, type Pasted } from './pasteNodes'
import { topmost } from './topmost'

/** A copy of each node right after its original. @throws Impossible where its container is locked. */
export function duplicateNodes(
  document: PageDocument,
  { ids, specs, random }: { readonly ids: readonly string[]; readonly specs: Specs; readonly random?: () => number },
): Pasted {
  const copies: string[] = []
  const diffs: Diff[] = []
  let grown = document
  for (const id of topmost(document, ids)) {
    const place = { parent: document.nodes[id]!.parent!, before: nextOf(document, id) }
    const pasted = pasteNodes(grown, { clip: copyNodes(document, { ids: [id] }), place, specs, ...(random ? { random } : {}) })
    grown = applyDiff(grown, pasted.diff)
    diffs.push(pasted.diff)
    copies.push(...pasted.ids)
  }
  return { diff: diffs.flat(), ids: copies }
}

function nextOf(document: PageDocument, id: string): string | null {
  const siblings = childrenOf(document.nodes, document.nodes[id]!.parent!)
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null
}
