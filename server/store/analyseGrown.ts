import type pg from 'pg'

const everyMs = 20_000

/** Tables ten times as long as when PostgreSQL last looked at them. `reltuples` is -1 before the first look. */
const grown = `select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.schemaname = current_schema() and s.n_live_tup >= 10 * greatest(c.reltuples, 100)`

/**
 * Lets PostgreSQL count the tables that have grown tenfold. It does so by itself, but not in the first minute of a rush,
 * and until then it plans for the empty tables that it knows. Gives the tables' names.
 */
export async function analyseGrown(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(grown)
  for (const { name } of rows) await pool.query(`analyze (skip_locked) "${name}"`)
  return rows.map(({ name }) => name)
}

/** Looks from time to time, until the function that it gives is called. */
export function analyseNowAndThen(pool: pg.Pool): () => void {
  const timer = setInterval(() => {
    // A server out of reach is for those to tell who need it.
    analyseGrown(pool).catch(() => {})
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
