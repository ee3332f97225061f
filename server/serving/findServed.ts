import { Refuse } from '../problem'
import type { World } from '../world'
import { liveIndexOf, type Served } from './liveIndex'

/** The activity that is served under an address. @throws Refuse `not-found` */
export function findServed(world: World, slug: string): Served {
  const served = liveIndexOf(world).find(slug)
  if (!served) throw new Refuse('not-found', { detail: { zh: '没有这个活动。', en: 'There is no such activity.' } })
  return served
}
