import { timingSafeEqual } from 'node:crypto'
import type { Member } from '../../schemas/api/management'
import type { AppContext } from '../http/route'
import type { World } from '../world'
import { readCookie } from './cookies'
import { hashToken, memberOfSession } from './sessions'

/** Whom `FESTOON_API_TOKEN` stands for. */
export const scriptMember: Member = { id: 'api-token', email: 'api-token@festoon.invalid', name: 'API token', role: 'owner' }

/** The member behind a request: by bearer token where one is sent, else by session cookie; null: nobody we know. */
export async function identify(world: World, context: AppContext): Promise<Member | null> {
  const authorization = context.req.header('authorization')
  if (authorization !== undefined) return memberOfBearer(world, authorization)
  const token = readCookie(world, context, 'session')
  return token ? memberOfSession(world, token) : null
}

function memberOfBearer({ config }: World, authorization: string): Member | null {
  const given = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (!given || !config.apiToken) return null
  // Hashes have one length, which is what a comparison in constant time needs.
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(config.apiToken))) ? scriptMember : null
}
