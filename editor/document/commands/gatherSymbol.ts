import { applyDiff, squashDiffs, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { maxSymbolNodes } from '../../../schemas/symbol'
import { subtreeOf } from '../../../schemas/tree'
import { Impossible } from '../impossible'
import type { Specs } from '../placing'
import { groupNodes } from './groupNodes'
import { renameNode } from './renameNode'
import { topmost } from './topmost'

export interface Gathering {
  readonly ids: readonly string[]
  readonly name: string
  readonly specs: Specs
  readonly random?: () => number
}

/**
 * Makes one branch of what is to become a symbol, under its name: several nodes are grouped.
 * @throws Impossible when they stand in different containers, one is locked, or they are too many.
 */
export function gatherSymbol(document: PageDocument, { ids, name, specs, random }: Gathering): { readonly diff: Diff; readonly root: string } {
  const tops = topmost(document, ids)
  const [only] = tops
  if (only === undefined) throw new Impossible({ zh: '先选中要保存的组件', en: 'Select what to save first' })
  const grouped = tops.length > 1 ? groupNodes(document, { ids: tops, specs, ...(random ? { random } : {}) }) : { diff: [], id: only }
  const root = grouped.id ?? only
  const together = applyDiff(document, grouped.diff)
  if (subtreeOf(together.nodes, root).length > maxSymbolNodes)
    throw new Impossible({ zh: `复用块最多 ${maxSymbolNodes} 个组件`, en: `A symbol has at most ${maxSymbolNodes} widgets` })
  const isNamed = together.nodes[root]!.name !== undefined
  return { diff: squashDiffs([grouped.diff, isNamed ? [] : renameNode(together, { id: root, name })]), root }
}
