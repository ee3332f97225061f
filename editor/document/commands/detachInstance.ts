import { removeAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { subtreeOf } from '../../../schemas/tree'
import { instanceAround } from '../symbols/instance'

/** Makes an instance ordinary nodes of the page. Instances within it stay ones. */
export function detachInstance(document: PageDocument, { root }: { readonly root: string }): Diff {
  const { nodes } = document
  const members = subtreeOf(nodes, root).filter((id) => instanceAround(nodes, id) === root)
  return [...removeAt(document, ['nodes', root, 'symbol']), ...members.flatMap((id) => removeAt(document, ['nodes', id, 'of']))]
}
