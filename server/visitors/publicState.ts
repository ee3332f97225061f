import type { PublicState } from '../engine/engine'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { Served } from '../serving/liveIndex'
import type { World } from '../world'

/** All of the public state save the release, which may differ by visitor. */
export type SharedState = Pick<PublicState, 'stage' | 'offline' | 'plays'> & { readonly now: number }

interface Computed {
  readonly at: number
  readonly release: string
  readonly isOffline: boolean
  readonly state: Promise<PublicState | null>
}

const recent = perWorld(() => new Map<string, Computed>())
const freshMs = 1000

/** What everybody may know, worked out once a second however many ask. @throws Refuse `not-found` when nothing is in force. */
export async function publicStateOf(world: World, { activity, release, isOffline }: Served): Promise<SharedState> {
  const now = world.clock.now()
  const known = recent(world).get(activity)
  const isFresh = known && known.release === release && known.isOffline === isOffline && now >= known.at && now < known.at + freshMs
  const { state } = isFresh ? known : compute(world, { activity, release, isOffline, now })
  const computed = await state
  if (!computed) throw new Refuse('not-found')
  const { stage, offline, plays } = computed
  return { now, stage, offline, plays }
}

function compute(world: World, { activity, release, isOffline, now }: { activity: string; release: string; isOffline: boolean; now: number }): Computed {
  const computed = { at: now, release, isOffline, state: world.engine.publicState(activity, 'live') }
  recent(world).set(activity, computed)
  // A failure is not shared with those who ask later.
  computed.state.catch(() => recent(world).delete(activity))
  return computed
}
