import type { Transaction } from 'kysely'
import { recordAudit } from '../audit/record'
import { Refuse } from '../problem'
import { perWorld } from '../perWorld'
import { liveIndexOf } from '../serving/liveIndex'
import type { ReleaseRow, Tables } from '../store/tables'
import { readPageVersion, readRulesVersion } from '../versions/versions'
import type { World } from '../world'
import { createWatch, type Watch } from '../watch'
import { activate, makeRoom } from './activate'
import { LiveMoved, overLive } from './overLive'
import { harms, refuseHarms, refuseProblems } from './judge'
import { moveRelease, selectDue, selectReleaseIn } from './store'

/** Starts releases whose time has come. */
export interface ReleaseSchedule extends Watch {
  /** Starts what is due now; each release once, whoever else is looking. */
  look(): Promise<void>
}

function createSchedule(world: World): ReleaseSchedule {
  async function look(): Promise<void> {
    for (const release of await selectDue(world.store.db, world.clock.now())) await overLive(world, () => begin(world, release))
  }

  return { look, ...createWatch(look, { usualMs: 1000, failed: (error) => world.log.error({ err: error }, 'cannot start scheduled releases') }) }
}

/** Checks a release once more and puts it live; what no longer passes fails loudly and leaves the old one. */
async function begin(world: World, release: ReleaseRow): Promise<void> {
  const live = await selectReleaseIn(world.store.db, release.activity, 'live')
  try {
    await recheck(world, release, live)
  } catch (error) {
    if (!(error instanceof Refuse)) throw error
    await world.store.write(release.activity, async (trx) => {
      if (await moveRelease(trx, release.id, 'scheduled', 'failed')) await note(trx, world, release, 'failScheduledRelease')
    })
    world.log.error(
      { activity: release.activity, release: release.id, code: error.code, problems: error.more.problems },
      'a scheduled release no longer passes its checks and was not started',
    )
    return
  }
  const at = world.clock.now()
  const state = release.rollout ? 'candidate' : 'live'
  const isOurs = await world.store.write(release.activity, async (trx) => {
    // Another node may have started it since we looked.
    if (!(await moveRelease(trx, release.id, 'scheduled', 'superseded'))) return false
    if ((await selectReleaseIn(trx, release.activity, 'live'))?.id !== live?.id) throw new LiveMoved()
    await makeRoom(trx, { activity: release.activity, state })
    await moveRelease(trx, release.id, 'superseded', state)
    await activate(trx, world.engine, { ...release, state }, at)
    await note(trx, world, release, 'startScheduledRelease')
    return true
  })
  if (!isOurs) return
  world.log.info({ activity: release.activity, release: release.id, lateByMs: at - release.starts_at }, 'a scheduled release has started')
  await liveIndexOf(world).refresh()
}

function note(trx: Transaction<Tables>, { clock }: World, release: ReleaseRow, action: string): Promise<void> {
  return recordAudit(trx, {
    at: clock.now(),
    actor: release.by_member,
    action,
    target: `activity/${release.activity}/release/${release.number}`,
    before_hash: null,
    after_hash: release.id,
    reason: release.note,
    source: 'schedule',
    request: '',
  })
}

async function recheck(world: World, release: ReleaseRow, live: ReleaseRow | undefined): Promise<void> {
  const { db } = world.store
  const [page, rules, current] = await Promise.all([
    readPageVersion(db, release.activity, release.page_hash),
    readRulesVersion(db, release.activity, release.rules_hash),
    live && readRulesVersion(db, release.activity, live.rules_hash),
  ])
  if (!page || !rules) throw new Error(`Release ${release.id} names a version that is not kept.`)
  refuseProblems(world, page.document, rules.document, 'en')
  if (release.override === null) refuseHarms(harms(world, current?.document, rules.document), 'en')
  if (release.rollout && live?.rules_hash !== release.rules_hash)
    throw new Refuse('bad-input', { detail: 'The rules have changed since; a partial release must have the live ones.' })
}

export const scheduleOf = perWorld(createSchedule)
