import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import { loadVisitorKey } from '../visitors/visitorKey'
import type { World } from '../world'
import { liveIndexOf, type Served } from './liveIndex'

/** What must be in memory before the first visitor is answered: the key of their identities, and what is served. */
export const servingReady = perWorld(async (world): Promise<void> => {
  await loadVisitorKey(world)
  await liveIndexOf(world).refresh()
})

/** The activity that is served under an address. @throws Refuse `not-found` */
export async function findServed(world: World, slug: string): Promise<Served> {
  await servingReady(world)
  const served = liveIndexOf(world).find(slug)
  if (!served) throw new Refuse('not-found', { detail: { zh: '没有这个活动。', en: 'There is no such activity.' } })
  return served
}
