import type { PageDocument } from '../../schemas/page'
import { migratePage } from '../../schemas/migrate'
import { specs } from '../../widgets/specs'
import { draftPort, loadDraft } from '../api/documents'
import { createAutosave, type Autosave } from './autosave'
import { createDocumentStore, type DocumentStore } from './documentStore'
import { keepHistory, readHistory } from './historyMemory'
import { browserJournal, leftovers, type Leftover } from './journal'
import { mendTree } from './mendTree'
import { openOnce } from './openOnce'
import { recover } from './recover'

/** The page of an activity as it is being designed in this tab. */
export interface PageDraft {
  readonly store: DocumentStore
  readonly autosave: Autosave<PageDocument>
  /** Edits that an earlier tab could not save. */
  readonly leftover: Leftover<PageDocument> | null
}

const drafts = openOnce(load)

/** The one page draft of an activity in this tab, whoever asks. @throws ApiProblem */
export function openPageDraft(activity: string): Promise<PageDraft> {
  return drafts.open(activity)
}

/** Sends what is not saved yet of an open draft; resolves at once where none is open. */
export async function savePageDraft(activity: string): Promise<void> {
  const draft = await drafts.current(activity)
  await draft?.autosave.flush()
}

async function load(activity: string): Promise<PageDraft> {
  const draft = await loadDraft<PageDocument>(activity, 'page')
  const sound = mendTree(migratePage(draft.document, specs))
  const store = createDocumentStore(sound)
  const autosave = createAutosave({ store, draft, port: draftPort<PageDocument>(activity, 'page'), journal: browserJournal(activity), mend: mendTree })
  store.history.value = await readHistory(activity)
  store.onChange(() => {
    autosave.touch()
    keepHistory(activity, store.history.value)
  })
  return { store, autosave, leftover: await newsFrom(activity, sound) }
}

async function newsFrom(activity: string, current: PageDocument): Promise<Leftover<PageDocument> | null> {
  for (const leftover of await leftovers<PageDocument>(activity)) {
    if (recover(leftover.entry, current).isNews) return leftover
    await leftover.forget()
  }
  return null
}
