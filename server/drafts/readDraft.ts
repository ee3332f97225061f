import type { Kysely } from 'kysely'
import type { DocumentName } from '../../schemas/documentProblem'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { Refuse } from '../problem'
import { selectDraft, selectHolders, selectRevisions, type DraftsTable } from './store'

/** One of an activity's drafts, as text. @throws Refuse `not-found` */
export async function readDraft({ store }: Pick<World, 'store'>, activity: string, of: DocumentName): Promise<DraftsTable> {
  const draft = await selectDraft(store.db, activity, of)
  if (!draft) throw new Refuse('not-found')
  return draft
}

/** The document itself. Its structure was checked when it was saved; its content may still have problems. */
export async function readDraftDocument(world: Pick<World, 'store'>, activity: string, of: DocumentName): Promise<unknown> {
  return JSON.parse((await readDraft(world, activity, of)).document)
}

export type Revisions = { readonly [of in DocumentName]: string }

/** The revisions of one activity's drafts. */
export async function revisionsOf(db: Kysely<Tables>, activity: string): Promise<Revisions> {
  return (await allRevisions(db, activity)).get(activity) ?? noRevisions
}

const noRevisions: Revisions = { page: '0', rules: '0', plan: '0' }

/** The revisions of all activities' drafts, by activity; of one only, where it is named. */
export async function allRevisions(db: Kysely<Tables>, activity: string | null = null): Promise<Map<string, Revisions>> {
  const found = new Map<string, Revisions>()
  for (const row of await selectRevisions(db, activity)) {
    found.set(row.activity, { ...noRevisions, ...found.get(row.activity), [row.of]: String(row.revision) })
  }
  return found
}

/** The drafts that hold a text, such as an asset's reference. */
export function draftsHolding(db: Kysely<Tables>, text: string): Promise<{ activity: string; of: DocumentName }[]> {
  return selectHolders(db, text)
}
