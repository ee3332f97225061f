import type { AwardState } from '../../schemas/play'
import type { Recording } from '../http/route'
import { Refuse } from '../problem'
import type { World } from '../world'

interface Wanted {
  readonly activity: string
  readonly award: string
  readonly state: AwardState
  readonly reason: string
  readonly by: string
}

/** Moves a visitor's award to a later state. Stock and codes stay spent, whatever the state. @throws Refuse `not-found`, `not-forward` */
export async function moveAward({ store, engine }: World, { activity, ...move }: Wanted, record: Recording): Promise<void> {
  await store.write(activity, async (trx) => {
    const moved = await engine.moveAward(trx, activity, move)
    if (moved === 'not-found' || moved === 'not-forward') throw new Refuse(moved)
    await record(trx, { target: `activity/${activity}/award/${move.award}`, after: move.state, reason: move.reason })
  })
}
