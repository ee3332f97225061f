import { activityTitles } from '../activities/findActivity'
import type { ActivityFound } from '../activities/store'
import type { World } from '../world'
import { UsageError } from './command'

/** The activity of an id or an address, those that were put away included. @throws UsageError naming those there are */
export async function findByName({ store }: World, name: string): Promise<ActivityFound> {
  const all = await store.db.selectFrom('activities').select(['id', 'name', 'slug', 'state', 'time_created', 'time_updated', 'live_release']).execute()
  const found = all.find(({ id, slug }) => id === name || slug === name)
  if (!found)
    throw new UsageError(
      `No activity "${name}". ${
        all.length
          ? `Known: ${all
              .slice(0, 20)
              .map(({ slug }) => slug)
              .join(', ')}.`
          : 'There are none yet.'
      }`,
    )
  return found
}

/** Likewise, of those that can still be released. @throws UsageError when it was put away */
export async function findOpen(world: World, name: string): Promise<ActivityFound> {
  const found = await findByName(world, name)
  const titles = await activityTitles(world.store.db, [found.id])
  if (titles.get(found.id)?.archived)
    throw new UsageError(`"${name}" was put away. It can be exported and its journal verified, but nothing of it is published any more.`)
  return found
}
