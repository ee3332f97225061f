import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables'
import { rowHash } from './record'
import { firstHash, selectHead, selectRowsAfter } from './store'

export interface AuditVerdict {
  readonly rows: number
  /** The first row that was changed, taken out or put in; null: the chain is whole. */
  readonly brokenAt: number | null
}

const pageSize = 1000

/** Walks the whole audit and says where, if anywhere, it was tampered with. */
export async function verifyAudit(db: Kysely<Tables>): Promise<AuditVerdict> {
  let seq = 0
  let previous = firstHash
  for (;;) {
    const rows = await selectRowsAfter(db, seq, pageSize)
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.previous !== previous || row.hash !== rowHash(row)) return { rows: seq, brokenAt: seq + 1 }
      seq = row.seq
      previous = row.hash
    }
    if (rows.length < pageSize) break
  }
  const head = await selectHead(db)
  return { rows: seq, brokenAt: head.seq === seq && head.hash === previous ? null : seq + 1 }
}
