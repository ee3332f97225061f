import { Refuse } from '../problem'
import { liveIndexOf } from '../serving/liveIndex'
import type { ActivityRow, ReleaseRow } from '../store/tables'
import { readPageVersion, readRulesVersion } from '../versions/versions'
import type { World } from '../world'
import { firstBuild } from './builds'
import type { Recording } from '../http/route'
import { overLive } from './overLive'
import { commitRelease, newReleaseId } from './release'
import { selectRelease, selectReleaseIn } from './store'

interface RollbackWish {
  readonly to: string
  readonly reason: string | undefined
  readonly by: string
}

const neverServed: ReadonlySet<ReleaseRow['state']> = new Set(['scheduled', 'failed'])

/**
 * Serves the page of an earlier release again, as a release of its own. The rules in force stay, and with them stock, odds
 * and everything visitors did; an old page that is checked against today's rules and found wanting still comes back,
 * because going back must work when things are worst.
 */
export async function rollBack(world: World, activity: ActivityRow, wish: RollbackWish, record: Recording): Promise<ReleaseRow> {
  const row = await overLive(world, () => tryRollBack(world, activity, wish, record))
  await liveIndexOf(world).refresh()
  return row
}

async function tryRollBack(world: World, activity: ActivityRow, { to, reason, by }: RollbackWish, record: Recording): Promise<ReleaseRow> {
  const { db } = world.store
  const [target, live] = await Promise.all([selectRelease(db, activity.id, to), selectReleaseIn(db, activity.id, 'live')])
  if (!target || !live) throw new Refuse('not-found', { detail: { zh: '没有这个发布。', en: 'There is no such release.' } })
  if (neverServed.has(target.state)) throw new Refuse('not-found', { detail: { zh: '这个发布还没有上线过。', en: 'This release was never shown to anybody.' } })
  const [page, rules] = await Promise.all([readPageVersion(db, activity.id, target.page_hash), readRulesVersion(db, activity.id, live.rules_hash)])
  if (!page || !rules) throw new Error(`Release ${target.id} names a version that is not kept.`)
  const pair = { page, rules }
  const build = await firstBuild(world, activity, pair)
  const now = world.clock.now()
  const made: Omit<ReleaseRow, 'number'> = {
    id: newReleaseId(world),
    activity: activity.id,
    kind: 'rollback',
    state: 'live',
    page_hash: page.hash,
    rules_hash: rules.hash,
    mark: build.mark,
    note: reason ?? '',
    by_member: by,
    time_created: now,
    starts_at: now,
    rollout: null,
    override: null,
    request_key: null,
    request_hash: null,
  }
  return commitRelease(world, { made, pair, build, live }, record)
}
