import { perWorld } from '../perWorld'
import { releaseByMark } from '../releases/releases'
import type { World } from '../world'

const mostKept = 1000
const known = perWorld(() => new Map<string, string>())

/**
 * The release that a visitor was shown, from what their page says of it. All releases of one mark have the same rules,
 * so any of them will do. A text that is no mark is handed on: scripts name releases by their ids.
 */
export async function shownRelease(world: World, activity: string, said: string | undefined): Promise<string | null> {
  if (said === undefined) return null
  const name = `${activity}|${said}`
  const kept = known(world).get(name)
  if (kept) return kept
  const release = await releaseByMark(world.store.db, activity, said)
  if (!release) return said
  if (known(world).size >= mostKept) known(world).clear()
  known(world).set(name, release.id)
  return release.id
}
