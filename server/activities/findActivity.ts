import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables'
import { Refuse } from '../problem'
import type { World } from '../world'
import { selectActivity, selectTitles, type ActivityFound } from './store'

/** The activity of an id. Archived ones are gone for everybody. @throws Refuse `not-found` */
export async function findActivity({ store }: Pick<World, 'store'>, id: string): Promise<ActivityFound> {
  const activity = await selectActivity(store.db, id)
  if (!activity) throw new Refuse('not-found')
  return activity
}

/** What activities are called, archived ones included. */
export async function activityTitles(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, { name: string; archived: boolean }>> {
  return new Map((await selectTitles(db, ids)).map(({ id, name, time_archived }) => [id, { name, archived: typeof time_archived === 'number' }]))
}
