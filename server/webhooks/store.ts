import { sql, type Kysely, type Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface WebhooksTable {
  activity: string
  url: string
  secret: string
  /** The journal's row up to which everything was taken. */
  seq: number
  failures: number
  last_error: string | null
  /** Not before this is anything sent: a failure is waited out, and one server at a time sends. */
  next_at: number
  /** When something was taken last; null: never. */
  time_taken: number | null
}

declare module '../store/tables' {
  interface Tables {
    webhooks: WebhooksTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'webhooks-1-notices',
    async up(db) {
      await db.schema
        .createTable('webhooks')
        .addColumn('activity', 'text', (column) => column.primaryKey())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('failures', 'bigint', (column) => column.notNull())
        .addColumn('last_error', 'text')
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
  {
    name: 'webhooks-2-taken',
    async up(db) {
      await db.schema.alterTable('webhooks').addColumn('time_taken', 'bigint').execute()
    },
  },
]

type Db = Kysely<Tables> | Transaction<Tables>

export function selectWebhook(db: Db, activity: string): Promise<WebhooksTable | undefined> {
  return db.selectFrom('webhooks').selectAll().where('activity', '=', activity).executeTakeFirst()
}

/** The last row of an activity's live journal. */
export async function lastSeq(db: Db, activity: string): Promise<number> {
  const row = await db.selectFrom('lanes').select('seq').where('activity', '=', activity).where('realm', '=', 'live').executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** Keeps a webhook. One that is there keeps its place in the journal, and is tried again at once. */
export async function upsertWebhook(trx: Transaction<Tables>, row: Pick<WebhooksTable, 'activity' | 'url' | 'secret'>): Promise<void> {
  const fresh = { failures: 0, last_error: null, next_at: 0, time_taken: null }
  await trx
    .insertInto('webhooks')
    .values({ ...row, ...fresh, seq: await lastSeq(trx, row.activity) })
    .onConflict((conflict) => conflict.column('activity').doUpdateSet({ url: row.url, secret: row.secret, ...fresh }))
    .execute()
}

/** False: there was none. */
export async function deleteWebhook(trx: Transaction<Tables>, activity: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('webhooks').where('activity', '=', activity).executeTakeFirst()
  return Number(numDeletedRows) > 0
}

/** Webhooks that have something to send, and may. */
export function selectDue(db: Db, now: number): Promise<WebhooksTable[]> {
  return db
    .selectFrom('webhooks')
    .innerJoin('lanes', 'lanes.activity', 'webhooks.activity')
    .selectAll('webhooks')
    .where('lanes.realm', '=', 'live')
    .where('webhooks.next_at', '<=', now)
    .where(sql<boolean>`lanes.seq > webhooks.seq`)
    .execute()
}

/** Takes a webhook for this server until `until`. Gives it as it is then; undefined: another server was quicker. */
export function leaseWebhook(trx: Transaction<Tables>, activity: string, { now, until }: { now: number; until: number }): Promise<WebhooksTable | undefined> {
  return trx.updateTable('webhooks').set({ next_at: until }).where('activity', '=', activity).where('next_at', '<=', now).returningAll().executeTakeFirst()
}

/** Writes down how far sending came. What was set anew meanwhile stays as it was set. */
export async function updateProgress(
  trx: Transaction<Tables>,
  { activity, url, secret }: WebhooksTable,
  progress: Pick<WebhooksTable, 'seq' | 'failures' | 'last_error' | 'next_at' | 'time_taken'>,
): Promise<void> {
  await trx.updateTable('webhooks').set(progress).where('activity', '=', activity).where('url', '=', url).where('secret', '=', secret).execute()
}
