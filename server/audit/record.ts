import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { canonicalJson } from '../../schemas/canonical'
import type { Tables } from '../store/tables'
import { insertRow, takePlace, type AuditTable } from './store'

export type AuditEvent = Omit<AuditTable, 'seq' | 'previous' | 'hash'>

/** Adds one row to the audit, chained to the last by its hash, in the transaction of what it tells. */
export async function recordAudit(trx: Transaction<Tables>, event: AuditEvent): Promise<void> {
  const row = { ...event, ...(await takePlace(trx)) }
  await insertRow(trx, { ...row, hash: rowHash(row) })
}

/** SHA-256 of the row's canonical JSON without its own hash. It covers `previous`, hence every row before it. */
export function rowHash(row: Omit<AuditTable, 'hash'>): string {
  const { seq, at, actor, action, target, before_hash, after_hash, reason, source, request, previous } = row
  return createHash('sha256')
    .update(canonicalJson({ seq, at, actor, action, target, before_hash, after_hash, reason, source, request, previous }))
    .digest('hex')
}
