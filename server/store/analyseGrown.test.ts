import pg from 'pg'
import { expect, it } from 'vitest'
import { hasPostgres, newPlace } from '../engine/testing/stage'
import { analyseGrown } from './analyseGrown'
import { openStore } from './openStore'
import type { Insertion } from './session'

const counters: Insertion = { into: 'counters', columns: { activity: 'text', realm: 'text', key: 'text', value: 'bigint' } }

it.skipIf(!hasPostgres)('PostgreSQL learns of a table that grew tenfold, once', async () => {
  const place = await newPlace('postgres')
  const store = await openStore(place)
  const pool = new pg.Pool({ connectionString: place.databaseUrl! })
  try {
    await store.lane('a', (session) =>
      session.insert(
        counters,
        Array.from({ length: 3000 }, (_, i) => ['a', 'live', `k${i}`, i]),
      ),
    )
    // Counts reach the statistics a moment after the transaction.
    await expect.poll(() => analyseGrown(pool), { timeout: 15_000, interval: 200 }).toContain('counters')
    const { rows } = await pool.query<{ reltuples: number }>("select reltuples from pg_class where relname = 'counters'")
    expect(rows[0]!.reltuples).toBe(3000)
    expect(await analyseGrown(pool)).not.toContain('counters')
  } finally {
    await pool.end()
    await store.close()
    await place.remove()
  }
})
