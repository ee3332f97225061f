import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Migration } from '../store/migrate'
import type { Tables } from '../store/tables'

export interface EventsTable {
  activity: string
  id: string
  name: string
  /** Empty: the whole page. */
  node: string
  visitor: string
  channel: string
  release: string
  at: number
  day_key: string
  /** JSON. */
  props: string
}

/** How often something happened on a day, kept up as events come in. */
export interface EventCountsTable {
  activity: string
  day_key: string
  name: string
  node: string
  n: number
}

/** Who did something on a day: each visitor once. */
export interface EventVisitorsTable {
  activity: string
  day_key: string
  name: string
  node: string
  visitor: string
}

declare module '../store/tables' {
  interface Tables {
    events: EventsTable
    event_counts: EventCountsTable
    event_visitors: EventVisitorsTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'events-1',
    async up(db) {
      await db.schema
        .createTable('events')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('node', 'text', (column) => column.notNull())
        .addColumn('visitor', 'text', (column) => column.notNull())
        .addColumn('channel', 'text', (column) => column.notNull())
        .addColumn('release', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('day_key', 'text', (column) => column.notNull())
        .addColumn('props', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('events_pk', ['activity', 'id'])
        .execute()
      await db.schema
        .createTable('event_counts')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('day_key', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('node', 'text', (column) => column.notNull())
        .addColumn('n', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('event_counts_pk', ['activity', 'day_key', 'name', 'node'])
        .execute()
      await db.schema
        .createTable('event_visitors')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('day_key', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('node', 'text', (column) => column.notNull())
        .addColumn('visitor', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('event_visitors_pk', ['activity', 'name', 'node', 'day_key', 'visitor'])
        .execute()
    },
  },
]

/** Each statement stays well below the number of parameters that a database takes. */
const rowsAtOnce = 200

function* portions<T>(rows: readonly T[]): Iterable<T[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce)
}

/** Keeps events, each id once, and counts those that were new. */
export async function insertEvents(trx: Transaction<Tables>, rows: readonly EventsTable[]): Promise<void> {
  for (const portion of portions(rows)) {
    const fresh = await trx
      .insertInto('events')
      .values(portion)
      .onConflict((conflict) => conflict.columns(['activity', 'id']).doNothing())
      .returning(['activity', 'name', 'node', 'day_key', 'visitor'])
      .execute()
    if (fresh.length) await addUp(trx, fresh)
  }
}

async function addUp(trx: Transaction<Tables>, fresh: readonly EventVisitorsTable[]): Promise<void> {
  const counts = new Map<string, EventCountsTable>()
  for (const { activity, day_key, name, node } of fresh) {
    const place = [activity, day_key, name, node].join('\n')
    counts.set(place, { activity, day_key, name, node, n: (counts.get(place)?.n ?? 0) + 1 })
  }
  await trx
    .insertInto('event_counts')
    .values([...counts.values()])
    .onConflict((conflict) => conflict.columns(['activity', 'day_key', 'name', 'node']).doUpdateSet({ n: sql`event_counts.n + excluded.n` }))
    .execute()
  const known = fresh.filter(({ visitor }) => visitor !== '')
  if (known.length === 0) return
  await trx
    .insertInto('event_visitors')
    .values(known)
    .onConflict((conflict) => conflict.columns(['activity', 'name', 'node', 'day_key', 'visitor']).doNothing())
    .execute()
}

export async function selectCounts(db: Kysely<Tables>, activity: string): Promise<EventCountsTable[]> {
  return db.selectFrom('event_counts').selectAll().where('activity', '=', activity).orderBy('day_key').execute()
}

/** Different visitors a day. */
export async function selectDailyVisitors(db: Kysely<Tables>, activity: string, name: string): Promise<{ day_key: string; n: number }[]> {
  return db
    .selectFrom('event_visitors')
    .select((select) => ['day_key', select.fn.count<number>('visitor').distinct().as('n')])
    .where('activity', '=', activity)
    .where('name', '=', name)
    .groupBy('day_key')
    .execute()
}

/** Different visitors over all days, by node. */
export async function selectVisitorsByNode(db: Kysely<Tables>, activity: string, name: string): Promise<{ node: string; n: number }[]> {
  return db
    .selectFrom('event_visitors')
    .select((select) => ['node', select.fn.count<number>('visitor').distinct().as('n')])
    .where('activity', '=', activity)
    .where('name', '=', name)
    .groupBy('node')
    .execute()
}

export async function countVisitors(db: Kysely<Tables>, activity: string, name: string): Promise<number> {
  const row = await db
    .selectFrom('event_visitors')
    .select((select) => select.fn.count<number>('visitor').distinct().as('n'))
    .where('activity', '=', activity)
    .where('name', '=', name)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
