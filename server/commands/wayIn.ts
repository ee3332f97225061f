import { verifyPassword } from '../members/password'
import { setUpTokenOf } from '../members/setUp'
import { selectMembers } from '../members/store'
import type { World } from '../world'

/** The account that `festoon seed` makes where no owner is configured. */
export const demoEmail = 'owner@festoon.example'

/** How to sign in to this server, in a sentence or two. Goes by the accounts that exist, as settings make no second owner. */
export async function wayIn(world: World): Promise<string> {
  const members = await selectMembers(world.store.db)
  const owner = members.find(({ role }) => role === 'owner')
  if (!owner) return `Nobody owns this server yet. Open the editor and make the first owner with the set-up token ${setUpTokenOf(world)}`
  const wish = world.config.owner
  const wished = members.find(({ email }) => email === wish?.email.toLowerCase())
  if (wish && wished && (await verifyPassword(wished.password_hash, wish.password))) {
    return `Sign in as ${wished.email} with the password in FESTOON_OWNER_PASSWORD.`
  }
  const { email } = wished ?? owner
  const ignored = wish ? ' FESTOON_OWNER_EMAIL and FESTOON_OWNER_PASSWORD changed nothing: they are for the first start on new data.' : ''
  if (email === demoEmail) return `Sign in as ${email} with the password that “festoon seed” printed when it made this account.${ignored}`
  return `Sign in as ${email} with the password of that account.${ignored}`
}
