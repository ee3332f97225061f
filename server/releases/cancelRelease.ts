import { Refuse } from '../problem'
import { liveIndexOf } from '../serving/liveIndex'
import type { World } from '../world'
import type { Recording } from '../http/route'
import { bumpServing, moveRelease, selectRelease } from './store'

/** Calls off a release that is not everyone's yet: one that waits for its time, or a candidate. @throws Refuse `in-use` for any other. */
export async function cancelRelease(
  world: World,
  activity: string,
  { release, reason }: { release: string; reason: string | undefined },
  record: Recording,
): Promise<void> {
  await world.store.write(activity, async (trx) => {
    const row = await selectRelease(trx, activity, release)
    if (!row) throw new Refuse('not-found', { detail: { zh: '没有这个发布。', en: 'There is no such release.' } })
    const isCancelled = (row.state === 'scheduled' || row.state === 'candidate') && (await moveRelease(trx, release, row.state, 'superseded'))
    if (!isCancelled)
      throw new Refuse('in-use', { detail: { zh: '只能取消定时或灰度中的发布。', en: 'Only a scheduled or partial release can be called off.' } })
    await bumpServing(trx)
    await record(trx, { target: `activity/${activity}/release/${row.number}`, before: row.state, after: 'superseded', reason })
  })
  await liveIndexOf(world).refresh()
}
