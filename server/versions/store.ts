import type { Kysely, Transaction } from 'kysely'
import type { Tables, VersionRow } from '../store/tables'

export type VersionOf = 'page' | 'rules'

/** A version without its text. */
export type VersionHead = Omit<VersionRow, 'document'>

export async function insertVersion(trx: Transaction<Tables>, row: Omit<VersionRow, 'number'>): Promise<void> {
  const { last } = await trx
    .selectFrom('versions')
    .select((select) => select.fn.max('number').as('last'))
    .where('activity', '=', row.activity)
    .where('of', '=', row.of)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('versions')
    .values({ ...row, number: Number(last ?? 0) + 1 })
    .onConflict((conflict) => conflict.columns(['activity', 'of', 'hash']).doNothing())
    .execute()
}

export async function selectVersions(db: Kysely<Tables>, activity: string, of: VersionOf): Promise<VersionHead[]> {
  return db
    .selectFrom('versions')
    .select(['activity', 'of', 'hash', 'number', 'note', 'by_member', 'time_created'])
    .where('activity', '=', activity)
    .where('of', '=', of)
    .orderBy('number', 'desc')
    .execute()
}

export async function selectVersion(db: Kysely<Tables>, activity: string, of: VersionOf, hash: string): Promise<VersionRow | undefined> {
  return db.selectFrom('versions').selectAll().where('activity', '=', activity).where('of', '=', of).where('hash', '=', hash).executeTakeFirst()
}

export function selectHolding(db: Kysely<Tables>, text: string): Promise<Pick<VersionRow, 'activity' | 'of' | 'hash'>[]> {
  return db.selectFrom('versions').select(['activity', 'of', 'hash']).where('document', 'like', `%${text}%`).orderBy('activity').orderBy('number').execute()
}
