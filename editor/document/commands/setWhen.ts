import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { setField } from './setField'

/** The phases that a node is shown in; none at all means always. Other conditions that the record holds are kept. */
export function setWhen(document: PageDocument, { id, phases }: { readonly id: string; readonly phases: readonly string[] }): Diff {
  const { phase: _old, ...others } = document.nodes[id]?.when ?? {}
  const when = phases.length ? { ...others, phase: phases } : others
  return setField(document, { id, key: 'when', value: Object.keys(when).length ? when : undefined })
}
