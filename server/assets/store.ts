import type { Kysely, Transaction } from 'kysely'
import type { Asset } from '../../schemas/api/management'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface AssetsTable {
  /** SHA-256 of the file as it was uploaded, hex. */
  id: string
  name: string
  type: Asset['type']
  width: number
  height: number
  /** Of the file as it was uploaded. */
  bytes: number
  by_member: string
  time_created: number
}

declare module '../store/tables' {
  interface Tables {
    assets: AssetsTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'assets-1-images',
    async up(db) {
      await db.schema
        .createTable('assets')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('width', 'bigint', (column) => column.notNull())
        .addColumn('height', 'bigint', (column) => column.notNull())
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .execute()
    },
  },
]

export function selectAssets(db: Kysely<Tables>): Promise<AssetsTable[]> {
  return db.selectFrom('assets').selectAll().orderBy('time_created', 'desc').orderBy('id').execute()
}

export function selectAsset(db: Kysely<Tables>, id: string): Promise<AssetsTable | undefined> {
  return db.selectFrom('assets').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those of the ids that exist. `ids` may be empty. */
export async function selectKnownIds(db: Kysely<Tables>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('assets').select('id').where('id', 'in', ids).execute()).map(({ id }) => id)
}

export async function countAssets(db: Kysely<Tables>): Promise<number> {
  const { found } = await db
    .selectFrom('assets')
    .select((select) => select.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow()
  return Number(found)
}

export async function insertAsset(trx: Transaction<Tables>, row: AssetsTable): Promise<void> {
  await trx
    .insertInto('assets')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function deleteAsset(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.deleteFrom('assets').where('id', '=', id).execute()
}
