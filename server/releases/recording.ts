import type { Transaction } from 'kysely'
import type { AuditNote } from '../http/route'
import type { Tables } from '../store/tables'

/** Writes the audit row of a change inside the change's own transaction. */
export type Recording = (trx: Transaction<Tables>, note: AuditNote) => Promise<void>
