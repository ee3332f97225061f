import { isSame } from '../../schemas/diff'
import { mergeDocuments, type Conflict } from '../../schemas/merge'
import type { JournalEntry } from './autosave'

/** What a draft becomes with edits that never reached the server. */
export interface Recovery<T> {
  /** The draft as it is now, with the left edits of all places that nobody else changed since. */
  readonly document: T
  /** Places that were changed since as well. The draft stands there, unless somebody chooses the edit that was left. */
  readonly conflicts: readonly Conflict[]
  /** Whether there is anything to offer. */
  readonly isNews: boolean
}

/** Brings left edits and the draft as it is now together. Nothing that was saved since is lost. */
export function recover<T>({ base, mine }: JournalEntry<T>, current: T): Recovery<T> {
  const { merged, conflicts } = mergeDocuments(base.document, mine, current)
  return { document: merged, conflicts, isNews: conflicts.length > 0 || !isSame(merged, current) }
}
