import type { CodesAdded } from '../../schemas/api/codes'
import type { Recording } from '../http/route'
import type { World } from '../world'
import { lot } from './limits'

/** Puts codes into a pool, a lot at a time. What breaks off half-way can be sent again: codes are kept once. */
export async function addCodes(
  world: World,
  { activity, pool, codes }: { activity: string; pool: string; codes: readonly string[] },
  record: Recording,
): Promise<CodesAdded> {
  let added = 0
  for (let i = 0; i < codes.length; i += lot) added += await world.engine.addCodes(activity, pool, codes.slice(i, i + lot))
  await world.store.write(activity, (trx) => record(trx, { target: `activity/${activity}/codes/${pool}`, reason: `${added} of ${codes.length}` }))
  const pools = await world.engine.codePools(activity)
  return { added, duplicates: codes.length - added, pool: pools.find((one) => one.pool === pool) ?? { pool, total: 0, free: 0, assigned: 0 } }
}
