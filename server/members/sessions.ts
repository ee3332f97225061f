import { createHash } from 'node:crypto'
import type { Member } from '../../schemas/api/management'
import type { World } from '../world'
import { deleteOldSessions, insertSession, selectSession, touchSession } from './store'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables'

const hourMs = 3_600_000
/** A session ends this long after its last request, and this long after it began whatever happens. */
export const idleMs = 12 * hourMs
export const absoluteMs = 7 * 24 * hourMs
/** How stale `time_seen` may be: writing it on every request would cost a commit each. */
const touchMs = 5 * 60_000

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A token that nobody can guess: 256 bits, in a form that cookies and URLs take. */
export function newToken({ dice }: Pick<World, 'dice'>): string {
  return Buffer.from(dice.bytes(32)).toString('base64url')
}

/** Begins a session and clears away those that have run out. */
export async function beginSession(trx: Transaction<Tables>, { member, token, at }: { member: string; token: string; at: number }): Promise<void> {
  await deleteOldSessions(trx, at - absoluteMs, at - idleMs)
  await insertSession(trx, { hash: hashToken(token), member, time_created: at, time_seen: at })
}

/** The member whose session the token opens; null when there is none or it has run out. */
export async function memberOfSession({ store, clock }: World, token: string): Promise<Member | null> {
  const session = await selectSession(store.db, hashToken(token))
  const now = clock.now()
  if (!session || now - session.time_created >= absoluteMs || now - session.time_seen >= idleMs) return null
  if (now - session.time_seen > touchMs) await store.write(null, (trx) => touchSession(trx, session.hash, now))
  return { id: session.member, email: session.email, name: session.name, role: session.role }
}
