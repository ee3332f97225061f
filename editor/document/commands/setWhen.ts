import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { When } from '../../../schemas/when'
import { setField } from './setField'

/** The condition under which a node is shown; an empty one means always. */
export function setWhen(document: PageDocument, { id, when }: { readonly id: string; readonly when: When }): Diff {
  return setField(document, { id, key: 'when', value: Object.keys(when).length ? when : undefined })
}
