import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { setProp } from './setProp'

export interface PropsChange {
  readonly ids: readonly string[]
  readonly name: string
  /** `undefined` takes the property away; in a phase, what the phase has of its own. */
  readonly value: unknown
  /** Only while this phase runs; null: always. */
  readonly phase: string | null
}

/** One property of several widgets, always or in one phase. */
export function setProps(document: PageDocument, { ids, name, value, phase }: PropsChange): Diff {
  return ids
    .filter((id) => id in document.nodes)
    .flatMap((id) => {
      if (phase === null) return setProp(document, { id, path: [name], value })
      return value === undefined ? dropped(document, id, phase, name) : setAt(document, ['nodes', id, 'byPhase', phase, 'props', name], value)
    })
}

/** Records that hold nothing more go with their last property. */
function dropped(document: PageDocument, id: string, phase: string, name: string): Diff {
  const byPhase = document.nodes[id]!.byPhase ?? {}
  const at = ['nodes', id, 'byPhase']
  const isLast = (record: object | undefined, key: string): boolean => Object.keys(record ?? {}).every((one) => one === key)
  if (!isLast(byPhase[phase]?.props, name)) return removeAt(document, [...at, phase, 'props', name])
  return removeAt(document, isLast(byPhase, phase) ? at : [...at, phase])
}
