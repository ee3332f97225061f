import { CannotStart } from '../cannotStart'
import { sql, type Kysely, type Transaction } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

/** One step of the schema's growth, run once, in a transaction of its own. `name` is permanent: `<slice>-<number>-<what>`. */
export interface Migration {
  readonly name: string
  up(trx: Transaction<unknown>, dialect: Dialect): Promise<void>
}

/** Runs the steps that this database has not seen. @throws when the database has seen steps that this program does not know. */
export async function migrate(db: Kysely<unknown>, dialect: Dialect, migrations: readonly Migration[]): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .execute()
  const applied = await appliedTo(db)
  refuseNewer(applied, migrations)
  for (const step of migrations) if (!applied.has(step.name)) await run(db, dialect, step)
}

async function appliedTo(db: Kysely<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

function refuseNewer(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const foreign = [...applied].filter((name) => !known.has(name))
  if (foreign.length === 0) return
  throw new CannotStart(
    `This database was written by a newer Festoon (it knows ${foreign.join(', ')}). Start that version again, or restore a backup made by this one.`,
  )
}

async function run(db: Kysely<unknown>, dialect: Dialect, step: Migration): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Two nodes that start together take turns here; the second finds the step done.
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended('festoon migrations', 0))`.execute(trx)
    if ((await appliedTo(trx)).has(step.name)) return
    await step.up(trx, dialect)
    await sql`insert into migrations (name) values (${step.name})`.execute(trx)
  })
}
