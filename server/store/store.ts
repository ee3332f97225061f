import type { Kysely, Transaction } from 'kysely'
import type { Dialect } from './migrate'
import type { Session } from './session'
import type { Tables } from './tables'

/** Where truth is kept. */
export interface Store {
  readonly dialect: Dialect
  /** For reading what is committed. Writing goes through `write`. */
  readonly db: Kysely<Tables>
  /** As `db`, for statements written by hand. */
  readonly reader: Session
  /**
   * One durable transaction, exclusive with the activity's lane (null: with none on PostgreSQL, with all on SQLite).
   * Inside it only SQL and arithmetic: others wait. On PostgreSQL `fn` runs again after a deadlock, so it must not
   * change anything outside the transaction.
   */
  write<T>(activity: string | null, fn: (trx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** As `write`, for statements written by hand. */
  lane<T>(activity: string | null, fn: (session: Session) => Promise<T>): Promise<T>
  /** Reads that all see one moment, however long they take. */
  snapshot<T>(fn: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}
