import { join } from 'node:path'
import { sql, type Insertable } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, newPlace, type Place } from '../engine/testing/stage'
import { isUniqueViolation } from './isUniqueViolation'
import { isOutage } from './isOutage'
import { openStore } from './openStore'
import { table, type Insertion } from './session'
import { openSqlite } from './sqliteDriver'
import type { Store } from './store'
import type { ActivityRow } from './tables'

function row(id: string): Insertable<ActivityRow> {
  return { id, name: id, slug: id, state: 'draft', time_created: 1, time_updated: 2 ** 45, live_release: null }
}

const counters: Insertion = {
  into: 'counters',
  columns: { activity: 'text', realm: 'text', key: 'text', value: 'bigint' },
  conflict: 'on conflict (activity, realm, key) do update set value = counters.value + excluded.value',
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe.skipIf(dialect === 'postgres' && !hasPostgres)(
    `the store on ${dialect}${dialect === 'postgres' && !hasPostgres ? ' (no server reachable, skipped)' : ''}`,
    () => {
      let place: Place
      let store: Store

      beforeAll(async () => {
        place = await newPlace(dialect)
        store = await openStore(place)
      })
      afterAll(async () => {
        await store?.close()
        await place?.remove()
      })

      const ids = async () => (await store.db.selectFrom('activities').select('id').orderBy('id').execute()).map(({ id }) => id)

      it('gives back what was written: text, large numbers, nulls and counts as numbers', async () => {
        await store.write('a', (trx) => trx.insertInto('activities').values(row('a')).execute())
        expect(await store.db.selectFrom('activities').selectAll().where('id', '=', 'a').executeTakeFirst()).toMatchObject(row('a'))
        expect(
          await store.db
            .selectFrom('activities')
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirst(),
        ).toEqual({ n: 1 })
      })

      it('shows nobody what is not committed, and keeps nothing of what fails', async () => {
        const writing = store.write('b', async (trx) => {
          await trx.insertInto('activities').values(row('b')).execute()
          expect(await ids()).not.toContain('b')
          throw new Error('changed its mind')
        })
        await expect(writing).rejects.toThrow('changed its mind')
        expect(await ids()).not.toContain('b')
      })

      it('lets writers of one activity take turns', async () => {
        const steps: string[] = []
        const turn = (name: string) =>
          store.write('a', async (trx) => {
            steps.push(`${name} starts`)
            await sql`select 1`.execute(trx)
            await new Promise((resolve) => setTimeout(resolve, 5))
            steps.push(`${name} ends`)
          })
        await Promise.all([turn('one'), turn('two')])
        expect(steps.filter((_, i) => i % 2 === 0).map((step) => step.split(' ')[0])).toEqual(
          steps.filter((_, i) => i % 2 === 1).map((step) => step.split(' ')[0]),
        )
      })

      it('tells a row that exists already from other failures', async () => {
        const again = await store.write(null, (trx) => trx.insertInto('activities').values(row('a')).execute()).catch((error: unknown) => error)
        expect(isUniqueViolation(again)).toBe(true)
        const wrong = await store.write(null, (trx) => sql`insert into activities (id) values ('z')`.execute(trx)).catch((error: unknown) => error)
        expect(isUniqueViolation(wrong)).toBe(false)
      })

      it('runs statements written by hand over tables of rows', async () => {
        await store.lane('a', (session) =>
          session.insert(
            counters,
            [
              ['a', 'live', 'k', 3],
              ['a', 'live', "“\\'\n", 2 ** 40],
              ['a', 'live', 'k', 4],
            ].slice(0, 2),
          ),
        )
        await store.lane('a', (session) => session.insert(counters, [['a', 'live', 'k', 4]]))
        const rows = await store.reader.all(
          'select key, value from counters where activity = ? and key in (select cast(value ->> 0 as text) from rows(?)) order by value',
          'a',
          table([['k'], ["“\\'\n"], ['x']]),
        )
        expect(rows).toEqual([
          { key: 'k', value: 7 },
          { key: "“\\'\n", value: 2 ** 40 },
        ])
      })

      it('sees one moment in a snapshot, whatever is written meanwhile', async () => {
        const counts = await store.snapshot(async (session) => {
          const count = async () => (await session.all<{ n: number }>('select count(*) as n from activities'))[0]!.n
          const before = await count()
          await store.write('c', (trx) => trx.insertInto('activities').values(row('c')).execute())
          return [before, await count()]
        })
        expect(counts[0]).toBe(counts[1])
        expect(await ids()).toContain('c')
      })

      it('opens again where it left off, and refuses a database that a newer program wrote', async () => {
        const again = await openStore(place)
        await again.close()
        await store.write(null, (trx) => sql`insert into migrations (name) values ('future-1-wonders')`.execute(trx))
        await expect(openStore(place)).rejects.toThrow('newer Festoon (it knows future-1-wonders)')
        await store.write(null, (trx) => sql`delete from migrations where name = 'future-1-wonders'`.execute(trx))
      })

      if (dialect === 'postgres')
        it('lives through losing every connection', async () => {
          const cut = () =>
            store.reader.all('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
          await Promise.all(Array.from({ length: 6 }, () => store.reader.all('select pg_sleep(0.01)')))
          const held = store.lane('a', (session) => session.all('select pg_sleep(5)'))
          const lost = expect(held).rejects.toThrow()
          await new Promise((resolve) => setTimeout(resolve, 100))
          await cut()
          await lost
          expect(await ids()).toContain('a')
        })
    },
  )
}

describe('a SQLite file', () => {
  let place: Place
  let store: Store
  beforeAll(async () => {
    place = await newPlace('sqlite')
    store = await openStore(place)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  const elsewhere = () => openSqlite(join(place.dataDir, 'festoon.db'))

  it('that another process holds is waited for while this one goes on working', async () => {
    const other = await elsewhere()
    other.exec('begin immediate')
    const written = store.write('a', (trx) => trx.insertInto('activities').values(row('waits')).execute())
    let turns = 0
    const working = setInterval(() => turns++, 5)
    await new Promise((resolve) => setTimeout(resolve, 300))
    other.exec('rollback')
    await written
    clearInterval(working)
    other.close()
    expect(turns).toBeGreaterThan(5)
  })

  it('that stays locked is an outage, and no bug of whoever wrote', async () => {
    const other = await elsewhere()
    other.exec('begin immediate')
    const failed = await store.write('a', (trx) => trx.insertInto('activities').values(row('late')).execute()).catch((error: unknown) => error)
    other.exec('rollback')
    other.close()
    expect(isOutage(failed)).toBe(true)
  }, 20_000)

  it('that is full is an outage; a row that exists already is none', async () => {
    const other = await elsewhere()
    const tried = (sql: string): unknown => {
      try {
        return other.exec(sql)
      } catch (error) {
        return error
      }
    }
    other.exec('pragma max_page_count = 1; create temp table t (x primary key)')
    expect(isOutage(tried("insert into epochs values ('full', zeroblob(1000000))"))).toBe(true)
    expect(isOutage(tried('insert into t values (1), (1)'))).toBe(false)
    other.close()
  })
})
