import type { Kysely, Transaction } from 'kysely'
import type { Release } from '../../schemas/api/management'
import { Refuse } from '../problem'
import type { Rollout } from '../serving/rollout'
import type { ReleaseRow, Tables } from '../store/tables'
import { versionNumbers } from '../versions/versions'
import { bumpServing, selectBound, selectRelease, selectReleaseByMark, selectReleaseIn, selectReleases } from './store'

/** A release as the API tells of it. The salt of a rollout stays here: who knows it could choose a side. */
function toRelease(row: ReleaseRow, numbers: ReadonlyMap<string, number>): Release {
  const rollout = row.rollout === null ? null : (JSON.parse(row.rollout) as Rollout)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    mark: row.mark ?? '',
    page: row.page_hash,
    rules: row.rules_hash,
    pageNumber: numbers.get(row.page_hash) ?? 0,
    rulesNumber: numbers.get(row.rules_hash) ?? 0,
    note: row.note,
    by: row.by_member,
    createdAt: row.time_created,
    startsAt: row.starts_at,
    rollout: rollout && { basisPoints: rollout.basisPoints, ...(rollout.channels ? { channels: rollout.channels } : {}) },
  }
}

/** Every release of an activity, the newest first. */
export async function listReleases(db: Kysely<Tables>, activity: string): Promise<Release[]> {
  const [rows, numbers] = await Promise.all([selectReleases(db, activity), versionNumbers(db, activity)])
  return rows.map((row) => toRelease(row, numbers))
}

/** @throws Refuse `not-found` */
export async function readRelease(db: Kysely<Tables>, activity: string, id: string): Promise<Release> {
  const [row, numbers] = await Promise.all([selectRelease(db, activity, id), versionNumbers(db, activity)])
  if (!row) throw new Refuse('not-found', { detail: { zh: '没有这个发布。', en: 'There is no such release.' } })
  return toRelease(row, numbers)
}

export async function liveRelease(db: Kysely<Tables>, activity: string): Promise<ReleaseRow | undefined> {
  return selectReleaseIn(db, activity, 'live')
}

/** The hashes of what visitors of some activities get, or will get once a scheduled release is due. */
export async function servedVersions(db: Kysely<Tables>, activities: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for (const { activity, page_hash, rules_hash } of await selectBound(db, activities)) {
    found.set(activity, new Set([...(found.get(activity) ?? []), page_hash, rules_hash]))
  }
  return found
}

export async function releaseByMark(db: Kysely<Tables>, activity: string, mark: string): Promise<ReleaseRow | undefined> {
  return selectReleaseByMark(db, activity, mark)
}

/** Has every node look again at what it serves, once the caller's transaction is done. */
export async function changeServing(trx: Transaction<Tables>): Promise<void> {
  await bumpServing(trx)
}
