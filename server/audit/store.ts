import { sql, type Kysely, type Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface AuditTable {
  /** From 1, without gaps. */
  seq: number
  at: number
  actor: string
  action: string
  target: string
  before_hash: string | null
  after_hash: string | null
  reason: string
  source: string
  request: string
  /** The hash of the row before; 64 zeros before the first. */
  previous: string
  hash: string
}

declare module '../store/tables' {
  interface Tables {
    audit: AuditTable
    /** The chain's end: one row that writers lock, so that each row follows the last. */
    audit_head: { id: number; seq: number; hash: string }
  }
}

export const firstHash = '0'.repeat(64)

export const migrations: readonly Migration[] = [
  {
    name: 'audit-1-chain',
    async up(db) {
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'bigint', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('before_hash', 'text')
        .addColumn('after_hash', 'text')
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('request', 'text', (column) => column.notNull())
        .addColumn('previous', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('audit_head')
        .addColumn('id', 'bigint', (column) => column.primaryKey())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute()
      await sql`insert into audit_head (id, seq, hash) values (1, 0, ${firstHash})`.execute(db)
    },
  },
]

/** The next place in the chain. Locks it until the transaction ends. */
export async function takePlace(trx: Transaction<Tables>): Promise<{ seq: number; previous: string }> {
  const head = await trx
    .updateTable('audit_head')
    .set(({ eb }) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  return { seq: head.seq, previous: head.hash }
}

export async function insertRow(trx: Transaction<Tables>, row: AuditTable): Promise<void> {
  await trx.insertInto('audit').values(row).execute()
  await trx.updateTable('audit_head').set({ hash: row.hash }).where('id', '=', 1).execute()
}

/** Newest first. */
export function selectRows(db: Kysely<Tables>, { before, limit }: { before: number; limit: number }): Promise<AuditTable[]> {
  return db.selectFrom('audit').selectAll().where('seq', '<', before).orderBy('seq', 'desc').limit(limit).execute()
}

/** Oldest first, for walks along the chain. */
export function selectRowsAfter(db: Kysely<Tables>, after: number, limit: number): Promise<AuditTable[]> {
  return db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()
}

export function selectHead(db: Kysely<Tables>): Promise<{ seq: number; hash: string }> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow()
}
