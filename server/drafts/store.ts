import type { Kysely, Transaction } from 'kysely'
import type { DocumentName } from '../../schemas/documentProblem'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface DraftsTable {
  activity: string
  of: DocumentName
  /** From 1; every save that changes anything takes the next. */
  revision: number
  /** The document's text exactly as it was sent. */
  document: string
  /** SHA-256 of the text, hex. */
  hash: string
  by_member: string
  time_updated: number
}

declare module '../store/tables' {
  interface Tables {
    drafts: DraftsTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'drafts-1-documents',
    async up(db) {
      await db.schema
        .createTable('drafts')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('of', 'text', (column) => column.notNull())
        .addColumn('revision', 'bigint', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_updated', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('drafts_key', ['activity', 'of'])
        .execute()
    },
  },
]

export async function insertDraft(trx: Transaction<Tables>, row: DraftsTable): Promise<void> {
  await trx.insertInto('drafts').values(row).execute()
}

export function selectDraft(db: Kysely<Tables>, activity: string, of: DocumentName): Promise<DraftsTable | undefined> {
  return db.selectFrom('drafts').selectAll().where('activity', '=', activity).where('of', '=', of).executeTakeFirst()
}

/** Writes over revision `revision - 1`. False: the draft has moved on. */
export async function replaceDraft(trx: Transaction<Tables>, { activity, of, revision, ...rest }: DraftsTable): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('drafts')
    .set({ ...rest, revision })
    .where('activity', '=', activity)
    .where('of', '=', of)
    .where('revision', '=', revision - 1)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export function selectRevisions(db: Kysely<Tables>, activity: string | null): Promise<Pick<DraftsTable, 'activity' | 'of' | 'revision'>[]> {
  const query = db.selectFrom('drafts').select(['activity', 'of', 'revision'])
  return (activity === null ? query : query.where('activity', '=', activity)).execute()
}

export function selectHolders(db: Kysely<Tables>, text: string): Promise<Pick<DraftsTable, 'activity' | 'of'>[]> {
  return db
    .selectFrom('drafts')
    .select(['activity', 'of'])
    .where('document', 'like', `%${text}%`)
    .orderBy('time_updated', 'desc')
    .orderBy('activity')
    .orderBy('of')
    .execute()
}
