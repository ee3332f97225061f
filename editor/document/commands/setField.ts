import { removeAt, setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument, PageNode } from '../../../schemas/page'

type Editable = Omit<PageNode, 'id' | 'type' | 'v' | 'parent' | 'order' | 'props'>

/** One field of a node beside its props: name, play, when, on, motion, hidden, locked. `undefined` takes it away. */
export function setField<Key extends keyof Editable>(
  document: PageDocument,
  { id, key, value }: { readonly id: string; readonly key: Key; readonly value: Editable[Key] | undefined },
): Diff {
  if (!(id in document.nodes)) return []
  const at = ['nodes', id, key]
  return value === undefined ? removeAt(document, at) : setAt(document, at, value)
}
