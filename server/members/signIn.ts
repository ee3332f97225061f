import { rateLimitsOf, type BucketName } from '../http/rateLimits'
import type { Member } from '../../schemas/api/management'
import { Refuse } from '../problem'
import type { World } from '../world'
import { verifyPassword } from './password'
import { hashToken } from './sessions'
import { isKnownDevice, selectMember, type MembersTable } from './store'

export interface Credentials {
  readonly email: string
  readonly password: string
  /** The browser's device token, if it has one. */
  readonly device: string | undefined
  readonly source: string
}

/**
 * The member whom e-mail and password name. Unknown accounts and wrong passwords get the same answer in the same time.
 * Tries are counted by source and by account apart; a browser that signed in before has a count of its own, so
 * strangers who use up an account's tries cannot keep its owner out.
 * @throws Refuse `wrong-password`, `too-many-requests`
 */
export async function checkCredentials(world: World, { email, password, device, source }: Credentials): Promise<Member> {
  const limits = rateLimitsOf(world)
  const account = email.toLowerCase()
  const row = await selectMember(world.store.db, { email: account })
  const byAccount = await accountBucket(world, row, device, account)
  await limits.take(byAccount.bucket, byAccount.key)
  if (byAccount.bucket === 'account') await limits.take('source', source)
  if (!(await verifyPassword(row?.password_hash, password)) || !row) throw new Refuse('wrong-password')
  await limits.clear(byAccount.bucket, byAccount.key)
  // A whole office signs in from one address.
  if (byAccount.bucket === 'account') await limits.giveBack('source', source)
  return publicMember(row)
}

async function accountBucket(
  world: World,
  row: MembersTable | undefined,
  device: string | undefined,
  account: string,
): Promise<{ bucket: BucketName; key: string }> {
  const hash = device && hashToken(device)
  const isKnown = row && hash && (await isKnownDevice(world.store.db, hash, row.id))
  return isKnown ? { bucket: 'device', key: `${row.id}/${hash}` } : { bucket: 'account', key: account }
}

/** What others may know of a member. */
export function publicMember({ id, email, name, role }: MembersTable): Member {
  return { id, email, name, role }
}
