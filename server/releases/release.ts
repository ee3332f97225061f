import type { Kysely } from 'kysely'
import { v7 } from 'uuid'
import { migratePage } from '../../schemas/migrate'
import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import type { Locale } from '../../schemas/words'
import { readDraftDocument } from '../drafts/readDraft'
import { Refuse } from '../problem'
import { liveIndexOf } from '../serving/liveIndex'
import type { Rollout } from '../serving/rollout'
import type { ActivityRow, ReleaseRow, Tables } from '../store/tables'
import { keepVersion, readPageVersion, readRulesVersion, seal } from '../versions/versions'
import type { World } from '../world'
import { activate, makeRoom } from './activate'
import type { Build } from './build'
import { makeBuild, type Pair } from './builds'
import { harms, problem, refuseHarms, refuseProblems } from './judge'
import type { Recording } from '../http/route'
import { LiveMoved, overLive } from './overLive'
import { insertBuild, insertRelease, nextNumber, selectReleaseByKey, selectReleaseIn } from './store'

export interface ReleaseWish {
  /** Version ids; absent: the drafts as they stand. */
  readonly page?: string | undefined
  readonly rules?: string | undefined
  readonly note: string
  readonly rollout: { readonly basisPoints: number; readonly channels?: readonly string[] } | null
  /** Epoch ms; null, or in the past: now. */
  readonly startsAt: number | null
  /** The reason why harm to visitors is let through. */
  readonly overrideAdverse: string | null
  /** A repeated key gives the release that it made first. `hash` tells one body from another. */
  readonly request: { readonly key: string; readonly hash: string } | null
  readonly by: { readonly id: string; readonly isOwner: boolean }
  readonly locale: Locale
}

/** Puts a pair of documents before visitors: checks, draws and stores first, then changes everything in one transaction. */
export async function release(world: World, activity: ActivityRow, wish: ReleaseWish, record: Recording): Promise<ReleaseRow> {
  const row = await overLive(world, () => tryRelease(world, activity, wish, record))
  await liveIndexOf(world).refresh()
  return row
}

async function tryRelease(world: World, activity: ActivityRow, wish: ReleaseWish, record: Recording): Promise<ReleaseRow> {
  const repeated = await madeBefore(world.store.db, activity.id, wish.request)
  if (repeated) return repeated
  const pair = await pairOf(world, activity, wish)
  refuseProblems(world, pair.page.document, pair.rules.document, wish.locale)
  const live = await selectReleaseIn(world.store.db, activity.id, 'live')
  const override = await permitHarm(world, live, pair.rules.document, wish)
  const rollout = await rolloutOf(world, live, pair, wish)
  const build = await makeBuild(world, activity, pair)
  const now = world.clock.now()
  const startsAt = wish.startsAt !== null && wish.startsAt > now ? wish.startsAt : now
  const made: Omit<ReleaseRow, 'number'> = {
    id: newReleaseId(world),
    activity: activity.id,
    kind: 'normal',
    state: startsAt > now ? 'scheduled' : rollout ? 'candidate' : 'live',
    page_hash: pair.page.hash,
    rules_hash: pair.rules.hash,
    mark: build.mark,
    note: wish.note,
    by_member: wish.by.id,
    time_created: now,
    starts_at: startsAt,
    rollout: rollout && JSON.stringify(rollout),
    override,
    request_key: wish.request?.key ?? null,
    request_hash: wish.request?.hash ?? null,
  }
  return commitRelease(world, { made, pair, build, live }, record)
}

/** The release that this very request has made already. @throws Refuse `key-reused` when its key came with another body */
async function madeBefore(
  db: Kysely<Tables>,
  activity: string,
  request: { readonly key: string; readonly hash: string | null } | null,
): Promise<ReleaseRow | undefined> {
  const made = request === null ? undefined : await selectReleaseByKey(db, activity, request.key)
  if (made && made.request_hash !== null && made.request_hash !== request?.hash) throw new Refuse('key-reused')
  return made
}

export function newReleaseId(world: World): string {
  return v7({ msecs: world.clock.now(), random: world.dice.bytes(16) })
}

interface Worked {
  readonly made: Omit<ReleaseRow, 'number'>
  readonly pair: Pair
  readonly build: Build
  /** What was live when all this was worked out. */
  readonly live: ReleaseRow | undefined
}

/** The one transaction of a publish. Everything in it was worked out before. @throws LiveMoved when it was worked out over what is live no longer */
export async function commitRelease(world: World, { made, pair, build, live }: Worked, record: Recording): Promise<ReleaseRow> {
  const { activity, note, by_member: by, time_created: at } = made
  return world.store.write(activity, async (trx) => {
    // The same request may have been sent twice at once.
    const repeated = await madeBefore(trx, activity, made.request_key === null ? null : { key: made.request_key, hash: made.request_hash })
    if (repeated) return repeated
    const before = await selectReleaseIn(trx, activity, 'live')
    if (before?.id !== live?.id) throw new LiveMoved()
    await keepVersion(trx, { activity, of: 'page', sealed: pair.page, note, by, at })
    await keepVersion(trx, { activity, of: 'rules', sealed: pair.rules, note, by, at })
    await insertBuild(trx, {
      activity,
      mark: build.mark,
      page_hash: made.page_hash,
      rules_hash: made.rules_hash,
      build: JSON.stringify(build),
      time_created: at,
    })
    const row = { ...made, number: await nextNumber(trx, activity) }
    await makeRoom(trx, row)
    await insertRelease(trx, row)
    await activate(trx, world.engine, row, at)
    await record(trx, { target: `activity/${activity}/release/${row.number}`, before: before?.id ?? null, after: row.id, reason: made.override ?? note })
    return row
  })
}

async function pairOf(world: World, activity: ActivityRow, wish: ReleaseWish): Promise<Pair> {
  const { db } = world.store
  const page = wish.page === undefined ? await readDraftDocument(world, activity.id, 'page') : (await readPageVersion(db, activity.id, wish.page))?.document
  const rules =
    wish.rules === undefined ? await readDraftDocument(world, activity.id, 'rules') : (await readRulesVersion(db, activity.id, wish.rules))?.document
  if (!page || !rules) throw new Refuse('not-found', { detail: { zh: '没有这个版本。', en: 'There is no such version.' } })
  // Drafts were checked to have the shape of such documents before they were kept.
  return { page: await seal(migratePage(page as PageDocument, world.specs)), rules: await seal(rules as RulesDocument) }
}

/** @returns the reason to keep, or null when nobody is harmed. @throws Refuse when harm is not, or may not be, let through. */
async function permitHarm(world: World, live: ReleaseRow | undefined, next: RulesDocument, wish: ReleaseWish): Promise<string | null> {
  const current = live && (await readRulesVersion(world.store.db, live.activity, live.rules_hash))
  const found = harms(world, current?.document, next)
  if (found.length === 0) return null
  if (wish.overrideAdverse === null) refuseHarms(found, wish.locale)
  if (!wish.by.isOwner)
    throw new Refuse('forbidden', { detail: { zh: '只有所有者可以发布不利变更。', en: 'Only owners may publish changes to visitors’ disadvantage.' } })
  return wish.overrideAdverse
}

/** A candidate shares the live rules: visitors of both pages draw from one stock by one law. */
async function rolloutOf(world: World, live: ReleaseRow | undefined, pair: Pair, { rollout, locale }: ReleaseWish): Promise<Rollout | null> {
  if (!rollout || (rollout.basisPoints === 10_000 && !rollout.channels?.length)) return null
  if (!live) throw refusedRollout({ zh: '第一次发布必须面向所有人', en: 'The first release must be for everyone' }, locale)
  if (live.rules_hash !== pair.rules.hash)
    throw refusedRollout(
      { zh: '灰度发布只能改页面，规则必须与线上相同', en: 'Only the page may differ in a partial release; its rules must be the live ones' },
      locale,
    )
  const before = await selectReleaseIn(world.store.db, live.activity, 'candidate')
  const isSame = before?.page_hash === pair.page.hash && before.rollout
  // The same page keeps its salt, so a growing share keeps everyone it had.
  const salt = isSame ? (JSON.parse(before.rollout!) as Rollout).salt : Buffer.from(world.dice.bytes(16)).toString('hex')
  return { ...rollout, salt }
}

function refusedRollout(message: { zh: string; en: string }, locale: Locale): Refuse {
  return new Refuse('bad-input', { problems: [problem('body', '/rollout', message, locale)] })
}
