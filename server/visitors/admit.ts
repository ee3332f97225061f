import { createBatcher } from '../batcher'
import { givenName } from '../engine/maskName'
import { rateLimitsOf } from '../http/rateLimits'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { VisitorRow } from '../store/tables'
import type { World } from '../world'
import { newVisitorId } from './newVisitorId'
import { insertVisitors, selectVisitor } from './store'
import { visitorOf } from './signedCookie'
import { visitorKeyOf } from './visitorKey'

/** New visitors are written many at a time: at the opening of an activity thousands arrive in a second. */
const arrivals = perWorld((world) =>
  createBatcher<VisitorRow>((rows) => world.store.write(null, (trx) => insertVisitors(trx, rows)), { maxWaiting: 20_000, maxBatch: 500 }),
)

/** Whoever the cookie names, or a new visitor. Their row is kept when this returns. @throws Refuse `too-many-requests`, `busy` */
export async function admitVisitor(
  world: World,
  { activity, cookies, source, channel }: { activity: string; cookies: string | undefined; source: string; channel: string | null },
): Promise<VisitorRow> {
  const limits = rateLimitsOf(world)
  const named = visitorOf(visitorKeyOf(world), activity, cookies)
  if (named !== null) await limits.take('visitor', named)
  const known = named === null ? undefined : await selectVisitor(world.store.db, activity, named)
  if (known) return known
  await limits.take('arrival', source)
  const id = named ?? newVisitorId(world)
  const row = { id, activity, name: givenName(id), claims: null, channel, time_created: world.clock.now() }
  const kept = arrivals(world).add(row)
  if (!kept) throw new Refuse('busy', { retryAt: world.clock.now() + 2000 })
  await kept
  return row
}

/** The visitor that the cookie names. @throws Refuse `no-visitor` without a valid one. */
export function requireVisitor(world: World, activity: string, cookies: string | undefined): string {
  const visitor = visitorOf(visitorKeyOf(world), activity, cookies)
  if (visitor === null) throw new Refuse('no-visitor')
  return visitor
}
