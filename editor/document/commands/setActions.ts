import type { Diff } from '../../../schemas/diff'
import type { Action, PageDocument } from '../../../schemas/page'
import { setField } from './setField'

/** What happens on an event of a node, in order; an empty list takes the event away. */
export function setActions(
  document: PageDocument,
  { id, event, actions }: { readonly id: string; readonly event: string; readonly actions: readonly Action[] },
): Diff {
  const { [event]: _old, ...others } = document.nodes[id]?.on ?? {}
  const on = actions.length ? { ...others, [event]: actions } : others
  return setField(document, { id, key: 'on', value: Object.keys(on).length ? on : undefined })
}
