import { sql, type Kysely, type SelectQueryBuilder, type Transaction } from 'kysely'
import type { Asset } from '../../schemas/api/management'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface AssetsTable {
  /** Hex. SHA-256 of the file as it was uploaded; of a picture made of another, of that one's id and of how it was made. */
  id: string
  name: string
  /** What it shows, for those who cannot see it; null: nobody has said. */
  alt: string | null
  type: Asset['type']
  width: number
  height: number
  /** Of the file as it was uploaded. */
  bytes: number
  by_member: string
  time_created: number
  /** Of the WebP that phones get; null: kept before anyone weighed it. */
  weight: number | null
  animated: number
  /** The picture that it was made of. */
  origin: string | null
  /** How, as JSON. */
  edit: string | null
  /** The point that matters most, as JSON. */
  focus: string | null
  credit: string | null
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
  {
    name: 'assets-2-alt',
    async up(db) {
      await db.schema.alterTable('assets').addColumn('alt', 'text').execute()
    },
  },
  {
    name: 'assets-3-made',
    async up(db) {
      const { schema } = db
      await schema.alterTable('assets').addColumn('weight', 'bigint').execute()
      await schema
        .alterTable('assets')
        .addColumn('animated', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute()
      for (const name of ['origin', 'edit', 'focus', 'credit'] as const) await schema.alterTable('assets').addColumn(name, 'text').execute()
      await schema.createIndex('assets_origin').on('assets').column('origin').execute()
    },
  },
]

export interface Search {
  /** Words that all stand in the name or in what it shows; an empty text finds everything. */
  readonly search: string
  readonly limit: number
  readonly offset: number
}

/** The images that a search finds, newest first, a page of them at a time. */
export function selectAssets(db: Kysely<Tables>, { search, limit, offset }: Search): Promise<AssetsTable[]> {
  return holding(db.selectFrom('assets').selectAll(), search).orderBy('time_created', 'desc').orderBy('id').limit(limit).offset(offset).execute()
}

/** Those of the ids that exist. `ids` may be empty. */
export async function selectAssetsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<AssetsTable[]> {
  return ids.length === 0 ? [] : db.selectFrom('assets').selectAll().where('id', 'in', ids).execute()
}

/** How many pictures were made of one. */
export async function countMadeOf(db: Kysely<Tables>, id: string): Promise<number> {
  const { found } = await db
    .selectFrom('assets')
    .select((select) => select.fn.countAll<number>().as('found'))
    .where('origin', '=', id)
    .executeTakeFirstOrThrow()
  return Number(found)
}

function holding<O>(query: SelectQueryBuilder<Tables, 'assets', O>, search: string): SelectQueryBuilder<Tables, 'assets', O> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return words.reduce((found, word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return found.where(sql<boolean>`lower(name || ' ' || coalesce(alt, '')) like ${pattern} escape '\\'`)
  }, query)
}

export function selectAsset(db: Kysely<Tables>, id: string): Promise<AssetsTable | undefined> {
  return db.selectFrom('assets').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those of the ids that exist. `ids` may be empty. */
export async function selectKnownIds(db: Kysely<Tables>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('assets').select('id').where('id', 'in', ids).execute()).map(({ id }) => id)
}

export async function countAssets(db: Kysely<Tables>, search = ''): Promise<number> {
  const { found } = await holding(
    db.selectFrom('assets').select((select) => select.fn.countAll<number>().as('found')),
    search,
  ).executeTakeFirstOrThrow()
  return Number(found)
}

export async function insertAsset(trx: Transaction<Tables>, row: AssetsTable): Promise<void> {
  await trx
    .insertInto('assets')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function updateAsset(
  trx: Transaction<Tables>,
  id: string,
  changes: Partial<Pick<AssetsTable, 'name' | 'alt' | 'focus' | 'weight'>>,
): Promise<void> {
  await trx.updateTable('assets').set(changes).where('id', '=', id).execute()
}

export async function deleteAsset(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.deleteFrom('assets').where('id', '=', id).execute()
}
