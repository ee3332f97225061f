import { Refuse } from '../problem'
import type { World } from '../world'
import { selectActivity, type ActivityFound } from './store'

/** The activity of an id. Archived ones are gone for everybody. @throws Refuse `not-found` */
export async function findActivity({ store }: Pick<World, 'store'>, id: string): Promise<ActivityFound> {
  const activity = await selectActivity(store.db, id)
  if (!activity) throw new Refuse('not-found')
  return activity
}
