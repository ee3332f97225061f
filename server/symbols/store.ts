import type { Kysely, Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface SymbolsTable {
  id: string
  name: string
  /** The type of its root node. */
  type: string
  /** From 1; every change takes the next. */
  revision: number
  /** The hash of its content, which `symbol_versions` holds. */
  version: string
  by_member: string
  time_updated: number
}

/** What a symbol was made of at some time. Never changed: instances on pages are compared with the version that they name. */
export interface SymbolVersionsTable {
  symbol: string
  hash: string
  number: number
  content: string
  by_member: string
  time_created: number
}

declare module '../store/tables' {
  interface Tables {
    symbols: SymbolsTable
    symbol_versions: SymbolVersionsTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'symbols-1-versions',
    async up({ schema }) {
      await schema
        .createTable('symbols')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('revision', 'bigint', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_updated', 'bigint', (column) => column.notNull())
        .execute()
      await schema
        .createTable('symbol_versions')
        .addColumn('symbol', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('number', 'bigint', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('by_member', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('symbol_versions_key', ['symbol', 'hash'])
        .execute()
    },
  },
]

export type SymbolFound = SymbolsTable & Pick<SymbolVersionsTable, 'number'>

const found = (db: Kysely<Tables>) =>
  db
    .selectFrom('symbols')
    .innerJoin('symbol_versions', (join) => join.onRef('symbol_versions.symbol', '=', 'symbols.id').onRef('symbol_versions.hash', '=', 'symbols.version'))
    .selectAll('symbols')
    .select('symbol_versions.number')

/** All symbols by name. */
export function selectSymbols(db: Kysely<Tables>): Promise<SymbolFound[]> {
  return found(db).orderBy('symbols.name').orderBy('symbols.id').execute()
}

export function selectSymbol(db: Kysely<Tables>, id: string): Promise<SymbolFound | undefined> {
  return found(db).where('symbols.id', '=', id).executeTakeFirst()
}

export async function countSymbols(db: Kysely<Tables>): Promise<number> {
  const { many } = await db
    .selectFrom('symbols')
    .select((select) => select.fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow()
  return Number(many)
}

export async function insertSymbol(trx: Transaction<Tables>, row: SymbolsTable): Promise<void> {
  await trx.insertInto('symbols').values(row).execute()
}

/** Writes over revision `revision - 1`. False: the symbol has moved on. */
export async function replaceSymbol(trx: Transaction<Tables>, { id, revision, ...rest }: SymbolsTable): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('symbols')
    .set({ ...rest, revision })
    .where('id', '=', id)
    .where('revision', '=', revision - 1)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Takes a symbol away with all its versions, if it is at this revision. */
export async function deleteSymbol(trx: Transaction<Tables>, id: string, revision: number): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('symbols').where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  if (Number(numDeletedRows) === 0) return false
  await trx.deleteFrom('symbol_versions').where('symbol', '=', id).execute()
  return true
}

/** A version that was there before keeps its number. */
export async function insertVersion(trx: Transaction<Tables>, row: Omit<SymbolVersionsTable, 'number'>): Promise<void> {
  const { last } = await trx
    .selectFrom('symbol_versions')
    .select((select) => select.fn.max('number').as('last'))
    .where('symbol', '=', row.symbol)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('symbol_versions')
    .values({ ...row, number: Number(last ?? 0) + 1 })
    .onConflict((conflict) => conflict.columns(['symbol', 'hash']).doNothing())
    .execute()
}

export function selectVersion(db: Kysely<Tables>, symbol: string, hash: string): Promise<SymbolVersionsTable | undefined> {
  return db.selectFrom('symbol_versions').selectAll().where('symbol', '=', symbol).where('hash', '=', hash).executeTakeFirst()
}

/** The names of the symbols whose newest version holds a text. */
export async function selectHolders(db: Kysely<Tables>, text: string): Promise<string[]> {
  const rows = await found(db).where('symbol_versions.content', 'like', `%${text}%`).orderBy('symbols.name').execute()
  return rows.map(({ name }) => name)
}
