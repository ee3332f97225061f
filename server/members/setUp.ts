import { v7 as uuid } from 'uuid'
import { timingSafeEqual } from 'node:crypto'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { World } from '../world'
import { hashPassword } from './password'
import { hashToken, newToken } from './sessions'
import { hasMembers, insertMember } from './store'

/** The token that lets whoever reads this server's output make the first owner. Each start has its own. */
export const setUpTokenOf = perWorld((world) => newToken(world))

/** Makes the configured first owner, or says how to make one by hand. Does nothing once there are members. */
export async function prepareFirstOwner(world: World): Promise<void> {
  const { store, clock, config, log } = world
  if (await hasMembers(store.db)) return
  if (!config.owner) {
    log.info({ setUpToken: setUpTokenOf(world) }, 'No members yet. Open the studio and enter this set-up token to make the first owner.')
    return
  }
  const { email, password } = config.owner
  const row = {
    id: uuid(),
    email: email.toLowerCase(),
    name: email.split('@')[0]!,
    role: 'owner' as const,
    password_hash: await hashPassword(password),
    time_created: clock.now(),
  }
  await store.write(null, async (trx) => {
    // Another node may have started at the same time.
    if (!(await hasMembers(trx))) await insertMember(trx, row)
  })
}

/** @throws Refuse `bad-token` unless the token is this start's. */
export function refuseWrongToken(world: World, token: string): void {
  const isRight = timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(setUpTokenOf(world))))
  if (!isRight) throw new Refuse('bad-token')
}
