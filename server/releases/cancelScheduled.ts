import type { Transaction } from 'kysely'
import type { Recording } from '../http/route'
import type { Tables } from '../store/tables'
import { moveRelease, selectScheduled } from './store'

/** Calls off every release of an activity that waits for its time, each with a record of its own, in the caller's transaction. */
export async function cancelScheduled(trx: Transaction<Tables>, activity: string, reason: string, record: Recording): Promise<void> {
  for (const { id, number } of await selectScheduled(trx, activity)) {
    await moveRelease(trx, id, 'scheduled', 'superseded')
    await record(trx, { target: `activity/${activity}/release/${number}`, before: 'scheduled', after: 'superseded', reason })
  }
}
