import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** One property of a widget; `undefined` takes it away. A path leads into records; lists change as a whole. */
export function setProp(document: PageDocument, { id, path, value }: { readonly id: string; readonly path: readonly string[]; readonly value: unknown }): Diff {
  if (!(id in document.nodes)) return []
  const at = ['nodes', id, 'props', ...path]
  return value === undefined ? removeAt(document, at) : setAt(document, at, value)
}
