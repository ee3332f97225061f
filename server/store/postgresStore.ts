import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { CannotStart, reasonOf } from '../cannotStart'
import { analyseNowAndThen } from './analyseGrown'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { forPostgres, insertMany, table, type Insertion, type Parameter, type Session } from './session'
import type { Store } from './store'
import type { Tables } from './tables'

const lockActivity = 'select pg_advisory_xact_lock(hashtextextended(?, 0))'
const maxTries = 8

/** The store in PostgreSQL. Whoever writes to an activity holds its advisory lock until the transaction ends. */
export async function openPostgresStore(databaseUrl: string): Promise<Store> {
  const pool = openPool(databaseUrl)
  try {
    await greet(pool)
    const dialect = new PostgresDialect({ pool })
    await migrate(new Kysely<unknown>({ dialect }), 'postgres', migrations)
    const db = new Kysely<Tables>({ dialect })
    const stopAnalysing = analyseNowAndThen(pool)
    return {
      dialect: 'postgres',
      db,
      reader: sessionOf(pool),
      write: (activity, fn) => again(() => db.transaction().execute(async (trx) => (await lock(trx, activity), fn(trx)))),
      lane: (activity, fn) =>
        again(() => within(pool, 'begin', async (session) => (activity !== null && (await session.all(lockActivity, activity)), fn(session)))),
      snapshot: (fn) => within(pool, 'begin isolation level repeatable read read only', fn),
      close: async () => (stopAnalysing(), pool.end()),
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** @throws CannotStart without the address: it may hold a password */
async function greet(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (error) {
    throw new CannotStart(
      `The database that FESTOON_DATABASE_URL names cannot be used: ${reasonOf(error)}\nLook whether PostgreSQL runs there, the database exists, and the user may sign in.`,
    )
  }
}

function openPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16, types: { getTypeParser } })
  // A connection that PostgreSQL closes while nobody waits on it would otherwise end the process; the pool opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const int8 = 20
const numeric = 1700

/** Counts and sums come as text by default; all of ours fit a number. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format as 'text')

async function lock(trx: Transaction<Tables>, activity: string | null): Promise<void> {
  if (activity !== null) await sql`select pg_advisory_xact_lock(hashtextextended(${activity}, 0))`.execute(trx)
}

const statements = new Map<string, { name: string; text: string }>()

/** A statement under a name of its own, so that each connection plans it once. */
function named(statement: string, values: readonly Parameter[]): pg.QueryConfig {
  let known = statements.get(statement)
  if (!known) {
    known = { name: createHash('sha1').update(statement).digest('hex'), text: forPostgres(statement) }
    statements.set(statement, known)
  }
  return { ...known, values: [...values] }
}

const insertions = new Map<Insertion, string>()

function sessionOf(client: pg.PoolClient | pg.Pool): Session {
  return {
    // Which columns a row has is known to whoever wrote the statement.
    all: async <Row>(statement: string, ...parameters: readonly Parameter[]) => (await client.query(named(statement, parameters))).rows as Row[],
    async insert(insertion, rows) {
      let statement = insertions.get(insertion)
      if (statement === undefined) insertions.set(insertion, (statement = insertMany(insertion)))
      await client.query(named(statement, [table(rows)]))
    },
  }
}

async function within<T>(pool: pg.Pool, begin: string, fn: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    const done = await fn(sessionOf(client))
    await client.query('commit')
    client.release()
    return done
  } catch (error) {
    const isClean = await client.query('rollback').then(
      () => true,
      () => false,
    )
    client.release(!isClean)
    throw error
  }
}

/** Runs a transaction again when PostgreSQL broke it off in favour of another one (deadlock, serialization). */
async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= maxTries || !isTransient(error)) throw error
    }
  }
}

function isTransient(error: unknown): boolean {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  return code === '40P01' || code === '40001'
}
