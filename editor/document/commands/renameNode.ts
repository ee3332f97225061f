import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { setField } from './setField'

/** The name that the outline shows; an empty one goes back to the widget's own title. */
export function renameNode(document: PageDocument, { id, name }: { readonly id: string; readonly name: string }): Diff {
  const kept = name.trim().slice(0, 200)
  return setField(document, { id, key: 'name', value: kept === '' ? undefined : kept })
}
