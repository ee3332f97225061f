import type { Session } from '../store/session'
import { chainStart } from './chain'
import type { Scope } from './wish'

/** Where a scope's journal ends, what it draws from, and what is in force. */
export interface Head {
  readonly seq: number
  readonly lastAt: number
  readonly lastDay: string
  readonly lastHash: string
  readonly epoch: number
  readonly seed: string
  readonly inForce: { readonly release: string; readonly rulesHash: string; readonly offline: boolean } | null
}

interface HeadRow {
  epoch: number
  seed: string
  seq: number | null
  last_at: number | null
  last_day: string | null
  last_hash: string | null
  release: string | null
  rules_hash: string | null
  offline: number | null
}

/** Null before the first epoch was opened. */
export async function loadHead(session: Session, { activity, realm }: Scope): Promise<Head | null> {
  const [row] = await session.all<HeadRow>(
    `select s.epoch, s.seed, l.seq, l.last_at, l.last_day, l.last_hash, f.release, f.rules_hash, f.offline from seeds s
      left join lanes l on l.activity = s.activity and l.realm = s.realm left join in_force f on f.activity = s.activity
      where s.activity = ? and s.realm = ? and s.time_closed is null`,
    activity,
    realm,
  )
  return row ? headOf(row) : null
}

function headOf(row: HeadRow): Head {
  return {
    seq: row.seq ?? 0,
    lastAt: row.last_at ?? 0,
    lastDay: row.last_day ?? '',
    lastHash: row.last_hash ?? chainStart,
    epoch: row.epoch,
    seed: row.seed,
    inForce: row.release === null || row.rules_hash === null ? null : { release: row.release, rulesHash: row.rules_hash, offline: row.offline === 1 },
  }
}

export async function saveHead(session: Session, { activity, realm }: Scope, last: { seq: number; at: number; day: string; hash: string }): Promise<void> {
  await session.all(
    `insert into lanes (activity, realm, seq, last_at, last_day, last_hash) values (?, ?, ?, ?, ?, ?)
      on conflict (activity, realm) do update set seq = excluded.seq, last_at = excluded.last_at, last_day = excluded.last_day, last_hash = excluded.last_hash`,
    activity,
    realm,
    last.seq,
    last.at,
    last.day,
    last.hash,
  )
}
