import type { Transaction } from 'kysely'
import type { Engine } from '../engine/engine'
import type { ActivityRow, ReleaseRow, Tables } from '../store/tables'
import { bumpServing, supersede } from './store'

/**
 * Makes a release that is written already the one that is served (or the candidate beside it), in the caller's transaction:
 * what visitors see and what they play by change at one instant, or not at all.
 */
export async function activate(trx: Transaction<Tables>, engine: Engine, release: ReleaseRow, at: number): Promise<void> {
  if (release.state === 'live') await putLive(trx, engine, release, at)
  await bumpServing(trx)
}

/** What stands in a release's way goes first, so that there is never more than one live release and one candidate. */
export async function makeRoom(trx: Transaction<Tables>, { activity, state }: Pick<ReleaseRow, 'activity' | 'state'>): Promise<void> {
  if (state === 'live') await supersede(trx, activity, ['live', 'candidate'])
  if (state === 'candidate') await supersede(trx, activity, ['candidate'])
}

async function putLive(trx: Transaction<Tables>, engine: Engine, release: ReleaseRow, at: number): Promise<void> {
  const { state } = await trx.selectFrom('activities').select('state').where('id', '=', release.activity).executeTakeFirstOrThrow()
  // Only `online` brings a page back that somebody took down.
  const next: ActivityRow['state'] = state === 'offline' ? 'offline' : 'live'
  await trx.updateTable('activities').set({ state: next, live_release: release.id, time_updated: at }).where('id', '=', release.activity).execute()
  await engine.putInForce(trx, { activity: release.activity, release: release.id, rulesHash: release.rules_hash, offline: next === 'offline' })
}
