import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { subtreeOf } from '../../../schemas/tree'
import { Impossible } from '../impossible'
import { topmost } from './topmost'

/** Takes nodes away with all they hold. @throws Impossible when one is locked. */
export function removeNodes(document: PageDocument, { ids }: { readonly ids: readonly string[] }): Diff {
  const tops = topmost(document, ids)
  if (tops.some((id) => document.nodes[id]!.locked)) throw new Impossible({ zh: '已锁定的组件不能删除', en: 'A locked widget cannot be removed' })
  return tops.flatMap((id) => subtreeOf(document.nodes, id)).map((id) => ({ at: ['nodes', id], was: document.nodes[id] }))
}
