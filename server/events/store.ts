import type { Kysely } from 'kysely'
import type { Migration } from '../store/migrate'
import { insertMany, table, type Insertion, type Parameter, type Session } from '../store/session'
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

const insertFresh = `${insertMany({
  into: 'events',
  columns: {
    activity: 'text',
    id: 'text',
    name: 'text',
    node: 'text',
    visitor: 'text',
    channel: 'text',
    release: 'text',
    at: 'bigint',
    day_key: 'text',
    props: 'text',
  },
  conflict: 'on conflict (activity, id) do nothing',
})} returning activity, day_key, name, node, visitor`

const addCounts: Insertion = {
  into: 'event_counts',
  columns: { activity: 'text', day_key: 'text', name: 'text', node: 'text', n: 'bigint' },
  conflict: 'on conflict (activity, day_key, name, node) do update set n = event_counts.n + excluded.n',
}

const addVisitors: Insertion = {
  into: 'event_visitors',
  columns: { activity: 'text', day_key: 'text', name: 'text', node: 'text', visitor: 'text' },
  conflict: 'on conflict (activity, name, node, day_key, visitor) do nothing',
}

/** Keeps events, each id once, and counts those that were new. */
export async function insertEvents(session: Session, rows: readonly EventsTable[]): Promise<void> {
  const cells = rows.map((row) => [row.activity, row.id, row.name, row.node, row.visitor, row.channel, row.release, row.at, row.day_key, row.props])
  const fresh = await session.all<EventVisitorsTable>(insertFresh, table(cells))
  if (fresh.length === 0) return
  await session.insert(addCounts, countsOf(fresh))
  const known = fresh.filter(({ visitor }) => visitor !== '')
  if (known.length)
    await session.insert(
      addVisitors,
      known.map(({ activity, day_key, name, node, visitor }) => [activity, day_key, name, node, visitor]),
    )
}

function countsOf(fresh: readonly EventVisitorsTable[]): Parameter[][] {
  const counts = new Map<string, [string, string, string, string, number]>()
  for (const { activity, day_key, name, node } of fresh) {
    const place = [activity, day_key, name, node].join('\n')
    const known = counts.get(place)
    if (known) known[4]++
    else counts.set(place, [activity, day_key, name, node, 1])
  }
  return [...counts.values()]
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
