import { isLocked } from './isOutage'
import type { Parameter } from './session'
import { openSqlite, type SqliteStatement } from './sqliteDriver'

/** One open connection that keeps its prepared statements. Everything is synchronous. */
export interface SqliteConnection {
  exec(sql: string): void
  /** Begins a transaction that holds the write lock. While another process has it, this one waits and goes on answering others. @throws after three seconds */
  beginWriting(): Promise<void>
  /** Ends the transaction, if SQLite has not done so by itself already (a full disk, for one). What went wrong is the caller's to tell. */
  rollback(): void
  all(sql: string, parameters: readonly Parameter[]): unknown[]
  /** Runs a statement once for each list of parameters. */
  runEach(sql: string, each: readonly (readonly Parameter[])[]): void
  /** As `all` where the statement gives rows; else the number of rows it changed. */
  query(sql: string, parameters: readonly unknown[]): { rows: unknown[]; changes: number }
  close(): void
}

/** Kysely writes a statement anew for every length of an IN list, so the oldest are let go. */
const maxStatements = 400

/** How long another process may hold the lock, and how often it is tried for meanwhile (ms). */
const patienceMs = 3000
const retryMs = 20

/** Opens the store's file: write-ahead log, every commit synced to disk, foreign keys on. */
export async function openConnection(path: string): Promise<SqliteConnection> {
  const database = await openSqlite(path)
  database.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  // 32 MB of cache; the log is folded into the file every 16 MB, so that pages written often are copied less.
  database.exec('pragma cache_size = -32000; pragma wal_autocheckpoint = 4000')
  // SQLite's own waiting would stop the whole process.
  database.exec('pragma busy_timeout = 0')
  const prepared = new Map<string, { statement: SqliteStatement; givesRows: boolean }>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    const made = { statement, givesRows: statement.columns().length > 0 }
    if (prepared.size >= maxStatements) prepared.delete(prepared.keys().next().value!)
    prepared.set(sql, made)
    return made
  }
  return {
    exec: (sql) => database.exec(sql),
    beginWriting: () => whileLocked(() => database.exec('begin immediate')),
    rollback() {
      try {
        database.exec('rollback')
      } catch {
        // There is no transaction any more.
      }
    },
    all: (sql, parameters) => prepare(sql).statement.all(...parameters),
    runEach(sql, each) {
      const { statement } = prepare(sql)
      for (const parameters of each) statement.run(...parameters)
    },
    query(sql, parameters) {
      const { statement, givesRows } = prepare(sql)
      const bound = parameters.map(bindable)
      if (givesRows) return { rows: statement.all(...bound), changes: 0 }
      return { rows: [], changes: Number(statement.run(...bound).changes) }
    },
    close: () => database.close(),
  }
}

async function whileLocked(begin: () => void): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    try {
      return begin()
    } catch (error) {
      if (!isLocked(error) || waitedMs >= patienceMs) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

function bindable(value: unknown): string | number | bigint | null | Uint8Array {
  if (typeof value === 'boolean') return Number(value)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array) return value
  throw new TypeError(`A column cannot hold ${typeof value}; stringify it first.`)
}
