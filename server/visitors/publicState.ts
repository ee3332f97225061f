import { stageAt } from '../../schemas/phases'
import { perWorld } from '../perWorld'
import type { Served } from '../serving/liveIndex'
import type { World } from '../world'

/** All of `PublicState` save the release, which may differ by visitor. */
export interface SharedState {
  readonly now: number
  readonly stage: 'before' | 'running' | 'ended'
  readonly offline: boolean
  readonly plays: object
}

interface Computed {
  readonly at: number
  readonly release: string
  readonly isOffline: boolean
  readonly plays: Promise<object>
}

const recent = perWorld(() => new Map<string, Computed>())
const freshMs = 1000

/** What everybody may know, worked out once a second however many ask. */
export async function publicStateOf(world: World, { activity, build, release, isOffline }: Served): Promise<SharedState> {
  const now = world.clock.now()
  const known = recent(world).get(activity)
  const isFresh = known && known.release === release && known.isOffline === isOffline && now >= known.at && now < known.at + freshMs
  const computed = isFresh ? known : { at: now, release, isOffline, plays: world.engine.publicState(activity, 'live').then(({ plays }) => plays) }
  if (computed !== known) {
    recent(world).set(activity, computed)
    // A failure is not shared with those who ask later.
    computed.plays.catch(() => recent(world).delete(activity))
  }
  return { now, stage: stageAt(build.schedule, now), offline: isOffline, plays: await computed.plays }
}
