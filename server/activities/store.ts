import type { Kysely, Transaction } from 'kysely'
import type { Migration } from '../store/migrate'
import type { ActivityRow, Tables } from '../store/tables'

declare module '../store/tables' {
  interface ActivityRow {
    /** When it was put away; null: it is in use. */
    time_archived?: number | null
  }
}

export const migrations: readonly Migration[] = [
  {
    name: 'activities-1-archive',
    async up(db) {
      await db.schema.alterTable('activities').addColumn('time_archived', 'bigint').execute()
    },
  },
]

const columns = ['id', 'name', 'slug', 'state', 'time_created', 'time_updated', 'live_release'] as const
export type ActivityFound = Pick<ActivityRow, (typeof columns)[number]>

export function selectActivities(db: Kysely<Tables>): Promise<ActivityFound[]> {
  return db.selectFrom('activities').select(columns).where('time_archived', 'is', null).orderBy('time_updated', 'desc').orderBy('id').execute()
}

export function selectActivity(db: Kysely<Tables>, id: string): Promise<ActivityFound | undefined> {
  return db.selectFrom('activities').select(columns).where('id', '=', id).where('time_archived', 'is', null).executeTakeFirst()
}

/** `ids` may be empty. */
export async function selectTitles(db: Kysely<Tables>, ids: readonly string[]): Promise<Pick<ActivityRow, 'id' | 'name' | 'time_archived'>[]> {
  return ids.length === 0 ? [] : db.selectFrom('activities').select(['id', 'name', 'time_archived']).where('id', 'in', ids).execute()
}

export async function insertActivity(trx: Transaction<Tables>, row: ActivityFound): Promise<void> {
  await trx.insertInto('activities').values(row).execute()
}

export async function updateActivity(trx: Transaction<Tables>, id: string, changes: Partial<ActivityFound> & { time_archived?: number }): Promise<void> {
  await trx.updateTable('activities').set(changes).where('id', '=', id).execute()
}
