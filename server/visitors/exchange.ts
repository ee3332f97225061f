import { createHash, createHmac } from 'node:crypto'
import { compileSchema, createAjv } from '../../schemas/compile'
import { schema, type Admitted } from '../../schemas/schema'
import { Refuse } from '../problem'
import type { VisitorRow } from '../store/tables'
import type { World } from '../world'
import { verifyJwt, type Claims } from './jwt'
import { isTokenUsed, selectVisitor, upsertMember, useToken } from './store'
import { activitySecret, visitorKeyOf } from './visitorKey'

/** What a customer's backend vouches for. */
export interface MemberClaims {
  readonly tier?: string
  readonly tags?: readonly string[]
  /** Epoch ms. */
  readonly registeredAt?: number
}

/** The claims of a token that this activity's customer signed. @throws Refuse `bad-token` when it is not one, or no secret is set. */
export async function readToken(world: World, activity: string, token: string): Promise<Claims & { readonly sub: string; readonly exp: number }> {
  const secret = await activitySecret(world, activity)
  const claims = secret === undefined ? null : verifyJwt(secret, token, world.clock.now())
  const { sub, exp } = claims ?? {}
  if (!claims || typeof sub !== 'string' || sub === '' || sub.length > 200 || typeof exp !== 'number') throw new Refuse('bad-token')
  return { ...claims, sub, exp }
}

/**
 * Holds a token to the first key that it is sent with, so that what it allows happens once.
 * A token whose `jti` is the key needs no memory. @throws Refuse `bad-token` under another key
 */
export async function bindToken(
  world: World,
  activity: string,
  { token, claims, key }: { token: string; claims: Claims & { readonly exp: number }; key: string },
): Promise<void> {
  const used = new Refuse('bad-token', { detail: { zh: '这个令牌已经用过了。', en: 'This token was used already.' } })
  if (claims['jti'] === key) return
  if (claims['jti'] !== undefined) throw used
  const [alone, withKey] = [token, `${token}|${key}`].map((text) => createHash('sha256').update(text).digest('hex'))
  const kept = { activity, expires_at: claims.exp * 1000 }
  await world.store.write(activity, async (trx) => {
    const now = world.clock.now()
    if (await useToken(trx, { ...kept, token: alone! }, now)) await useToken(trx, { ...kept, token: withKey! }, now)
    else if (!(await isTokenUsed(trx, activity, withKey!))) throw used
  })
}

/** The visitor that a customer's user is in this activity. Nobody can tell the user from it. */
export function visitorOfSubject(world: World, activity: string, subject: string): string {
  return `m${createHmac('sha256', visitorKeyOf(world)).update(`subject|${activity}|${subject}`).digest('hex').slice(0, 32)}`
}

/** Takes a customer's token for an identity. Each token is taken once. @throws Refuse `bad-token` */
export async function exchangeToken(world: World, activity: string, token: string, channel: string | null): Promise<VisitorRow> {
  const claims = await readToken(world, activity, token)
  if (claims['play'] !== undefined) throw new Refuse('bad-token', { detail: { zh: '这个令牌是给玩法用的。', en: 'This token is for a play.' } })
  const now = world.clock.now()
  const id = visitorOfSubject(world, activity, claims.sub)
  const vouched = vouchedIn(claims)
  const row = { id, activity, name: nameOf(vouched) ?? `会员 ${id.slice(-4)}`, claims: JSON.stringify(memberClaims(vouched)), channel, time_created: now }
  const used = { activity, token: createHash('sha256').update(token).digest('hex'), expires_at: claims.exp * 1000 }
  await world.store.write(activity, async (trx) => {
    if (!(await useToken(trx, used, now))) throw new Refuse('bad-token', { detail: { zh: '这个令牌已经用过了。', en: 'This token was used already.' } })
    await upsertMember(trx, row)
  })
  // Who came before keeps the day and the channel of their first visit.
  return (await selectVisitor(world.store.db, activity, id)) ?? row
}

/** Seconds since 1970 stay below this until the year 5138, ms have been above it since 1973. */
const leastMs = 100_000_000_000

const vouchedSchema = schema({
  type: 'object',
  properties: {
    name: { type: ['string', 'null'] },
    tier: { type: ['string', 'null'], maxLength: 64 },
    tags: { oneOf: [{ type: 'array', maxItems: 32, items: { type: 'string' } }, { type: 'null' }] },
    registeredAt: { type: ['integer', 'null'], minimum: leastMs, maximum: Number.MAX_SAFE_INTEGER },
  },
})
type Vouched = Admitted<typeof vouchedSchema>

const checkVouched = compileSchema(createAjv(), vouchedSchema)

/** What a token says of its user. @throws Refuse `bad-token` naming the claims that cannot be meant so: taken for absent, they would put the user into the wrong segments. */
function vouchedIn(claims: Claims): Vouched {
  const wrong = [...new Set(checkVouched(claims).map(({ instancePath }) => instancePath.split('/')[1]))].join(', ')
  if (wrong)
    throw new Refuse('bad-token', {
      detail: {
        zh: `令牌里的这些声明不能用：${wrong}。name 和 tier（最多 64 个字）是文本，tags 是最多 32 个文本的列表，registeredAt 是毫秒。`,
        en: `These claims cannot be used: ${wrong}. name and tier (at most 64 characters) are texts, tags is a list of at most 32 texts, registeredAt is in milliseconds.`,
      },
    })
  return claims as Vouched
}

function nameOf({ name }: Vouched): string | null {
  return name?.trim().slice(0, 40) || null
}

/** What was vouched for of a visitor; nothing for those of whom nobody did. */
export function claimsOf(kept: string | null): MemberClaims {
  // Kept by `exchangeToken` alone.
  return kept === null ? {} : (JSON.parse(kept) as MemberClaims)
}

/** Only what we know how to use is kept: a token may say much about a person that is none of our business. */
function memberClaims({ tier, tags, registeredAt }: Vouched): MemberClaims {
  return { ...(typeof tier === 'string' ? { tier } : {}), ...(tags ? { tags } : {}), ...(typeof registeredAt === 'number' ? { registeredAt } : {}) }
}
