import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables'

/** The least that can be written: one counter, of how often a server looked whether it can. */
export async function markReady(trx: Transaction<Tables>): Promise<void> {
  await trx
    .insertInto('epochs')
    .values({ name: 'ready', value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(({ eb }) => ({ value: eb('epochs.value', '+', 1) })))
    .execute()
}
