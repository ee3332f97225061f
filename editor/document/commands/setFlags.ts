import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import { rootId, type PageDocument } from '../../../schemas/page'

export type Flag = 'hidden' | 'locked'

/** Hides or locks nodes, or undoes that. A flag that is off is not stored. */
export function setFlags(document: PageDocument, { ids, flag, to }: { readonly ids: readonly string[]; readonly flag: Flag; readonly to: boolean }): Diff {
  return ids
    .filter((id) => id !== rootId && id in document.nodes)
    .flatMap((id) => (to ? setAt(document, ['nodes', id, flag], true) : removeAt(document, ['nodes', id, flag])))
}
