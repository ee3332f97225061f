import type { Transaction } from 'kysely'
import type { AwardState } from '../../schemas/play'
import type { Session } from '../store/session'
import type { Tables } from '../store/tables'
import { isForward } from '../../schemas/awardStates'
import { chainStart, sha256 } from './chain'
import type { AwardMoveRow } from './tables'
import type { Scope } from './wish'

/** A member's decision on an award. */
export interface Move {
  readonly award: string
  readonly state: AwardState
  readonly reason: string
  /** Who decided. */
  readonly by: string
  /** Epoch ms. */
  readonly at: number
}

export type Moved = 'moved' | 'there-already' | 'not-forward' | 'not-found'

/** Moves an award forward: adds to the list of moves, which only ever grows, and to the table that is its fold. */
export async function moveAward(trx: Transaction<Tables>, { activity, realm }: Scope, { award, state, reason, by, at }: Move): Promise<Moved> {
  const found = await trx
    .selectFrom('awards')
    .select('state')
    .where('id', '=', award)
    .where('activity', '=', activity)
    .where('realm', '=', realm)
    .executeTakeFirst()
  if (!found) return 'not-found'
  // Only states of the type are ever written.
  const from = found.state as AwardState
  if (from === state) return 'there-already'
  if (!isForward(from, state)) return 'not-forward'
  const last = await trx
    .selectFrom('award_moves')
    .select(['n', 'hash'])
    .where('activity', '=', activity)
    .where('realm', '=', realm)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = { activity, realm, n: (last?.n ?? 0) + 1, award, state, reason, by_member: by, at, prev_hash: last?.hash ?? chainStart }
  await trx
    .insertInto('award_moves')
    .values({ ...row, hash: moveHash(row) })
    .execute()
  await trx.updateTable('awards').set({ state }).where('id', '=', award).execute()
  return 'moved'
}

/** SHA-256 over the move and, through `prev_hash`, over every move before it. */
export function moveHash({ activity, realm, n, award, state, reason, by_member, at, prev_hash }: Omit<AwardMoveRow, 'hash'>): string {
  return sha256(JSON.stringify([activity, realm, n, award, state, reason, by_member, at, prev_hash]))
}

export interface MovesRead {
  /** The states that awards were moved to last. */
  readonly states: Map<string, AwardState>
  /** What does not hold of the list. */
  readonly problems: readonly string[]
}

/** Reads all moves in order, and says where their chain does not hold or one leads backward. */
export async function readMoves(session: Session, { activity, realm }: Scope): Promise<MovesRead> {
  const rows = await session.all<AwardMoveRow>('select * from award_moves where activity = ? and realm = ? order by n', activity, realm)
  const states = new Map<string, AwardState>()
  const problems: string[] = []
  let last = { n: 0, hash: chainStart }
  for (const row of rows) {
    const state = row.state as AwardState
    if (row.n !== last.n + 1 || row.prev_hash !== last.hash || row.hash !== moveHash(row))
      problems.push(`Move ${row.n} of an award was changed, or one before it is missing.`)
    if (!isForward(states.get(row.award) ?? 'granted', state)) problems.push(`Move ${row.n} leads award ${row.award} back to "${state}".`)
    states.set(row.award, state)
    last = row
  }
  return { states, problems }
}
