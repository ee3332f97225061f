import { sql, type Kysely, type Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { ReleaseRow, Tables } from '../store/tables'

export type ReleaseState = ReleaseRow['state']

export interface BuildsTable {
  activity: string
  mark: string
  page_hash: string
  rules_hash: string
  /** JSON of `Build`. */
  build: string
  time_created: number
}

export interface EpochsTable {
  name: string
  value: number
}

declare module '../store/tables' {
  interface ReleaseRow {
    /** Names the bytes that are served (see `builds`). */
    mark: string | null
    /** Why changes to visitors' disadvantage were let through; null: there were none. */
    override: string | null
    /** The caller's idempotency key. */
    request_key: string | null
    /** SHA-256 of what was asked for under that key; null: not kept at the time. */
    request_hash: string | null
  }
  interface Tables {
    builds: BuildsTable
    epochs: EpochsTable
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'releases-1-builds',
    async up(db) {
      for (const column of ['mark', 'override', 'request_key']) await db.schema.alterTable('releases').addColumn(column, 'text').execute()
      await db.schema.createIndex('releases_request').on('releases').columns(['activity', 'request_key']).unique().execute()
      await db.schema.createIndex('releases_state').on('releases').columns(['state', 'starts_at']).execute()
      await db.schema
        .createTable('builds')
        .addColumn('activity', 'text', (column) => column.notNull())
        .addColumn('mark', 'text', (column) => column.notNull())
        .addColumn('page_hash', 'text', (column) => column.notNull())
        .addColumn('rules_hash', 'text', (column) => column.notNull())
        .addColumn('build', 'text', (column) => column.notNull())
        .addColumn('time_created', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('builds_pk', ['activity', 'mark'])
        .execute()
      await db.schema
        .createTable('epochs')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'bigint', (column) => column.notNull())
        .execute()
      await sql`insert into epochs (name, value) values ('serving', 1)`.execute(db)
    },
  },
  {
    name: 'releases-2-request',
    async up(db) {
      await db.schema.alterTable('releases').addColumn('request_hash', 'text').execute()
    },
  },
]

type Db = Kysely<Tables> | Transaction<Tables>

export async function nextNumber(trx: Transaction<Tables>, activity: string): Promise<number> {
  const { last } = await trx
    .selectFrom('releases')
    .select((select) => select.fn.max('number').as('last'))
    .where('activity', '=', activity)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export async function insertRelease(trx: Transaction<Tables>, row: ReleaseRow): Promise<void> {
  await trx.insertInto('releases').values(row).execute()
}

export async function insertBuild(trx: Transaction<Tables>, row: BuildsTable): Promise<void> {
  await trx
    .insertInto('builds')
    .values(row)
    .onConflict((conflict) => conflict.columns(['activity', 'mark']).doNothing())
    .execute()
}

export async function selectBuild(db: Db, activity: string, mark: string): Promise<BuildsTable | undefined> {
  return db.selectFrom('builds').selectAll().where('activity', '=', activity).where('mark', '=', mark).executeTakeFirst()
}

/** Every build ever made of the pair, the first one first. */
export async function selectBuildsOf(db: Db, activity: string, pageHash: string, rulesHash: string): Promise<BuildsTable[]> {
  return db
    .selectFrom('builds')
    .selectAll()
    .where('activity', '=', activity)
    .where('page_hash', '=', pageHash)
    .where('rules_hash', '=', rulesHash)
    .orderBy('time_created')
    .execute()
}

/** Releases in these states are served no longer. */
export async function supersede(trx: Transaction<Tables>, activity: string, states: readonly ReleaseState[]): Promise<void> {
  await trx.updateTable('releases').set({ state: 'superseded' }).where('activity', '=', activity).where('state', 'in', states).execute()
}

/** Whether the release was still in `from`; only then is it moved. */
export async function moveRelease(trx: Transaction<Tables>, id: string, from: ReleaseState, to: ReleaseState): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('releases').set({ state: to }).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function selectRelease(db: Db, activity: string, id: string): Promise<ReleaseRow | undefined> {
  return db.selectFrom('releases').selectAll().where('activity', '=', activity).where('id', '=', id).executeTakeFirst()
}

export async function selectReleaseIn(db: Db, activity: string, state: ReleaseState): Promise<ReleaseRow | undefined> {
  return db.selectFrom('releases').selectAll().where('activity', '=', activity).where('state', '=', state).orderBy('number', 'desc').executeTakeFirst()
}

export async function selectReleaseByKey(db: Db, activity: string, key: string): Promise<ReleaseRow | undefined> {
  return db.selectFrom('releases').selectAll().where('activity', '=', activity).where('request_key', '=', key).executeTakeFirst()
}

/** The release that a page's mark was last served under. */
export async function selectReleaseByMark(db: Db, activity: string, mark: string): Promise<ReleaseRow | undefined> {
  return db
    .selectFrom('releases')
    .selectAll()
    .where('activity', '=', activity)
    .where('mark', '=', mark)
    .where('state', 'in', ['live', 'candidate', 'superseded'])
    .orderBy('number', 'desc')
    .executeTakeFirst()
}

export async function selectReleases(db: Db, activity: string): Promise<ReleaseRow[]> {
  return db.selectFrom('releases').selectAll().where('activity', '=', activity).orderBy('number', 'desc').execute()
}

/** Releases of some activities that visitors get now or at their time. `activities` may be empty. */
export async function selectBound(db: Db, activities: readonly string[]): Promise<Pick<ReleaseRow, 'activity' | 'page_hash' | 'rules_hash'>[]> {
  if (activities.length === 0) return []
  return db
    .selectFrom('releases')
    .select(['activity', 'page_hash', 'rules_hash'])
    .where('activity', 'in', activities)
    .where('state', 'in', ['live', 'candidate', 'scheduled'])
    .execute()
}

export async function selectScheduled(db: Db, activity: string): Promise<Pick<ReleaseRow, 'id' | 'number'>[]> {
  return db.selectFrom('releases').select(['id', 'number']).where('activity', '=', activity).where('state', '=', 'scheduled').orderBy('number').execute()
}

/** Whose time has come. What was put away meanwhile stays away. */
export async function selectDue(db: Db, at: number): Promise<ReleaseRow[]> {
  return db
    .selectFrom('releases')
    .innerJoin('activities', 'activities.id', 'releases.activity')
    .selectAll('releases')
    .where('releases.state', '=', 'scheduled')
    .where('releases.starts_at', '<=', at)
    .where('activities.time_archived', 'is', null)
    .orderBy('releases.starts_at')
    .execute()
}

/** Tells every node, in the transaction that changed it, that what is served is no longer what it was. */
export async function bumpServing(trx: Transaction<Tables>): Promise<void> {
  await trx
    .updateTable('epochs')
    .set((update) => ({ value: update('value', '+', 1) }))
    .where('name', '=', 'serving')
    .execute()
}

export async function servingEpoch(db: Db): Promise<number> {
  const row = await db.selectFrom('epochs').select('value').where('name', '=', 'serving').executeTakeFirst()
  return Number(row?.value ?? 0)
}

export interface ServedRow {
  activity: string
  slug: string
  activityState: string
  id: string
  state: ReleaseState
  mark: string | null
  rollout: string | null
}

/** Every activity with what it serves: one row for its live release, one more for a candidate. */
export async function selectServed(db: Db): Promise<ServedRow[]> {
  return db
    .selectFrom('activities')
    .innerJoin('releases', 'releases.activity', 'activities.id')
    .select([
      'activities.id as activity',
      'activities.slug',
      'activities.state as activityState',
      'releases.id',
      'releases.state',
      'releases.mark',
      'releases.rollout',
    ])
    .where('releases.state', 'in', ['live', 'candidate'])
    .where('activities.time_archived', 'is', null)
    .execute()
}
