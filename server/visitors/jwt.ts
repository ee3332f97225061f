import { createHmac, timingSafeEqual } from 'node:crypto'

export type Claims = { readonly [name: string]: unknown }

/** A customer's token may be this long ahead of its end: they are meant to be made when needed, not kept. */
const longestLifeSeconds = 3600
const skewSeconds = 60

function parsed(part: string): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function isSigned(secret: string, text: string, signature: string): boolean {
  const wanted = createHmac('sha256', secret).update(text).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function isTimely({ exp, nbf, iat }: Claims, nowSeconds: number, longestLife: number): boolean {
  if (typeof exp !== 'number' || exp <= nowSeconds || exp > nowSeconds + longestLife) return false
  return [nbf, iat].every((from) => from === undefined || (typeof from === 'number' && from <= nowSeconds + skewSeconds))
}

/**
 * The claims of a JWT signed with HS256 and this secret; null when anything about it is wrong.
 * Only HS256 is read, whatever the header asks for; `exp` is required and at most
 * `longestLife` seconds away.
 */
export function verifyJwt(secret: string, token: string, now: number, longestLife = longestLifeSeconds): Claims | null {
  const [head, body, signature, ...rest] = token.split('.')
  if (!head || !body || !signature || rest.length || token.length > 8192) return null
  const header = parsed(head)
  if (header?.['alg'] !== 'HS256' || header['crit'] !== undefined) return null
  if (!isSigned(secret, `${head}.${body}`, signature)) return null
  const claims = parsed(body)
  return claims && isTimely(claims, now / 1000, longestLife) ? claims : null
}

/** A token as a customer's backend would make it; also used for preview links. */
export function signJwt(secret: string, claims: Claims): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}
