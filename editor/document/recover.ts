import { isSame } from '../../schemas/diff'
import { mergeDocuments, preferMine } from '../../schemas/merge'
import type { JournalEntry } from './autosave'

/** What a draft becomes with edits that never reached the server. */
export interface Recovery<T> {
  readonly document: T
  /** Whether the edits would change anything; if not, there is nothing to offer. */
  readonly isNews: boolean
}

/** The draft as it is now, with the left edits on top. Nothing that others saved since is lost but where both changed the same place. */
export function recover<T>({ base, mine }: JournalEntry<T>, current: T): Recovery<T> {
  const { merged, conflicts } = mergeDocuments(base.document, mine, current)
  const document = preferMine(merged, conflicts)
  return { document, isNews: !isSame(document, current) }
}
