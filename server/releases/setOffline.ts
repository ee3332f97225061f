import { Refuse } from '../problem'
import { liveIndexOf } from '../serving/liveIndex'
import type { ActivityRow } from '../store/tables'
import type { World } from '../world'
import type { Recording } from '../http/route'
import { bumpServing, selectReleaseIn } from './store'

/**
 * Takes an activity's page down, or brings it back. Plays are refused from the moment this commits; nothing that visitors
 * have is touched. Doing it twice changes nothing.
 */
export async function setOffline(
  world: World,
  activity: ActivityRow,
  { offline, reason }: { offline: boolean; reason: string | undefined },
  record: Recording,
): Promise<void> {
  await world.store.write(activity.id, async (trx) => {
    const live = await selectReleaseIn(trx, activity.id, 'live')
    if (!live) throw new Refuse('not-found', { detail: { zh: '这个活动还没有发布过。', en: 'This activity was never released.' } })
    const state = offline ? 'offline' : 'live'
    await trx.updateTable('activities').set({ state, time_updated: world.clock.now() }).where('id', '=', activity.id).execute()
    await world.engine.putInForce(trx, { activity: activity.id, release: live.id, rulesHash: live.rules_hash, offline })
    await bumpServing(trx)
    await record(trx, { target: `activity/${activity.id}`, before: activity.state, after: state, reason })
  })
  await liveIndexOf(world).refresh()
}
