import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** A value of the page outside its nodes, such as `['title']` or `['share', 'image']`; `undefined` takes it away. */
export function setPageField(document: PageDocument, { path, value }: { readonly path: readonly string[]; readonly value: unknown }): Diff {
  return value === undefined ? removeAt(document, path) : setAt(document, path, value)
}
