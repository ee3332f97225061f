import type { Kysely, Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { Tables, VisitorRow } from '../store/tables'

export interface SecretsTable {
  /** `visitors`, `previews`, or `activity/<id>`. */
  name: string
  value: string
}

export interface UsedTokensTable {
  activity: string
  /** SHA-256 of the token. */
  token: string
  expires_at: number
}

declare module '../store/tables' {
  interface Tables {
    secrets: SecretsTable
    used_tokens: UsedTokensTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'visitors-1-secrets',
    async up(db) {
      await db.schema
        .createTable('secrets')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('used_tokens')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('token', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('used_tokens_pk', ['activity', 'token'])
        .execute()
    },
  },
  {
    name: 'visitors-2-channel',
    async up(db) {
      await db.schema.alterTable('visitors').addColumn('channel', 'text').execute()
    },
  },
]

type Db = Kysely<Tables> | Transaction<Tables>

/** Keeps visitors; those that are known already stay as they are. */
export async function insertVisitors(trx: Transaction<Tables>, rows: readonly VisitorRow[]): Promise<void> {
  await trx
    .insertInto('visitors')
    .values([...rows])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function upsertMember(db: Db, row: VisitorRow): Promise<void> {
  await db
    .insertInto('visitors')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: row.name, claims: row.claims }))
    .execute()
}

export async function selectVisitor(db: Db, activity: string, id: string): Promise<VisitorRow | undefined> {
  return db.selectFrom('visitors').selectAll().where('activity', '=', activity).where('id', '=', id).executeTakeFirst()
}

export async function selectSecret(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

/** Keeps a secret unless there is one by this name. */
export async function insertSecret(db: Db, row: SecretsTable): Promise<void> {
  await db
    .insertInto('secrets')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

export async function replaceSecret(db: Db, row: SecretsTable): Promise<void> {
  await db
    .insertInto('secrets')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value }))
    .execute()
}

/** False when the token was used before. Tokens that are over are forgotten: their end refuses them by itself. */
export async function useToken(trx: Transaction<Tables>, row: UsedTokensTable, now: number): Promise<boolean> {
  await trx.deleteFrom('used_tokens').where('activity', '=', row.activity).where('expires_at', '<', now).execute()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('used_tokens')
    .values(row)
    .onConflict((conflict) => conflict.columns(['activity', 'token']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isTokenUsed(trx: Transaction<Tables>, activity: string, token: string): Promise<boolean> {
  return (await trx.selectFrom('used_tokens').select('token').where('activity', '=', activity).where('token', '=', token).executeTakeFirst()) !== undefined
}
