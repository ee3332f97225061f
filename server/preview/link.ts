import { Refuse } from '../problem'
import { signJwt, verifyJwt } from '../visitors/jwt'
import { previewKey } from '../visitors/visitorKey'
import type { World } from '../world'

const weekSeconds = 7 * 24 * 3600

/** What a preview link carries: which activity's drafts, and until when. Good for everyone who has it. */
export async function previewToken(world: World, activity: string, hours: number): Promise<{ token: string; expiresAt: number }> {
  const exp = Math.floor(world.clock.now() / 1000) + hours * 3600
  const signed = signJwt(await previewKey(world, activity), { exp })
  return { token: `${activity}~${signed}`, expiresAt: exp * 1000 }
}

/** The activity whose drafts the link shows. @throws Refuse `not-found`, whatever is wrong with it */
export async function activityOfToken(world: World, token: string): Promise<string> {
  const tilde = token.indexOf('~')
  const activity = token.slice(0, Math.max(0, tilde))
  const isKnown = /^[0-9a-f-]{36}$/.test(activity) && (await world.store.db.selectFrom('activities').select('id').where('id', '=', activity).executeTakeFirst())
  const claims = isKnown ? verifyJwt(await previewKey(world, activity), token.slice(tilde + 1), world.clock.now(), weekSeconds) : null
  if (!claims) throw new Refuse('not-found', { detail: { zh: '预览链接无效或已过期。', en: 'This preview link is not valid, or is over.' } })
  return activity
}
