import { mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { CannotStart, reasonOf } from '../cannotStart'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { forSqlite, insertOne, type Insertion, type Session } from './session'
import { openConnection, type SqliteConnection } from './sqliteConnection'
import { sqliteDialect } from './sqliteDialect'
import type { Store } from './store'
import type { Tables } from './tables'
import { createTurns } from './turns'

/** The store in one file, `festoon.db`. One connection writes, one transaction after another; another one reads what is committed. */
export async function openSqliteStore(dataDir: string): Promise<Store> {
  const path = join(dataDir, 'festoon.db')
  const writing = await openFirst(dataDir, path)
  await migrate(new Kysely<unknown>({ dialect: sqliteDialect(writing) }), 'sqlite', migrations)
  const reading = await openConnection(path)
  reading.exec('pragma query_only = on')
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(writing) })
  const writerSession = sessionOf(writing)
  const inTurn = createTurns()
  return {
    dialect: 'sqlite',
    db: new Kysely<Tables>({ dialect: sqliteDialect(reading) }),
    reader: sessionOf(reading),
    write: (_, fn) => inTurn(() => writer.transaction().execute(fn)),
    lane: (_, fn) =>
      inTurn(() =>
        within(
          writing,
          () => writing.beginWriting(),
          () => fn(writerSession),
        ),
      ),
    snapshot: (fn) => snapshot(path, fn),
    close: () =>
      inTurn(async () => {
        reading.close()
        writing.close()
      }),
  }
}

async function openFirst(dataDir: string, path: string): Promise<SqliteConnection> {
  try {
    makeFolder(resolve(dataDir))
    return await openConnection(path)
  } catch (error) {
    throw new CannotStart(
      `The data in ${dataDir} (FESTOON_DATA) cannot be opened: ${reasonOf(error)}\nIt must be a folder that this user may write to, with a whole festoon.db or none.`,
    )
  }
}

/** Makes a folder and those above it, each with a call of its own: Node's recursive one never ends in /proc, where nothing can be made. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function sessionOf(connection: SqliteConnection): Session {
  const texts = new Map<string, string>()
  const insertions = new Map<Insertion, string>()
  return {
    async insert(insertion, rows) {
      let text = insertions.get(insertion)
      if (text === undefined) insertions.set(insertion, (text = insertOne(insertion)))
      connection.runEach(text, rows)
    },
    async all<Row>(statement: string, ...parameters: readonly (string | number | null)[]): Promise<Row[]> {
      let text = texts.get(statement)
      if (text === undefined) texts.set(statement, (text = forSqlite(statement)))
      // Which columns a row has is known to whoever wrote the statement.
      return connection.all(text, parameters) as Row[]
    },
  }
}

async function within<T>(connection: SqliteConnection, begin: () => void | Promise<void>, fn: () => Promise<T>): Promise<T> {
  await begin()
  try {
    const done = await fn()
    connection.exec('commit')
    return done
  } catch (error) {
    connection.rollback()
    throw error
  }
}

async function snapshot<T>(path: string, fn: (session: Session) => Promise<T>): Promise<T> {
  const connection = await openConnection(path)
  try {
    connection.exec('pragma query_only = on')
    return await within(
      connection,
      () => connection.exec('begin'),
      () => fn(sessionOf(connection)),
    )
  } finally {
    connection.close()
  }
}
