import { createHmac, timingSafeEqual } from 'node:crypto'

const name = 'festoon-visitor'
const yearSeconds = 365 * 24 * 3600

function signature(key: Buffer, activity: string, visitor: string): string {
  return createHmac('sha256', key).update(`${activity}|${visitor}`).digest('base64url')
}

/** The identity as it travels: the visitor's id and a signature that holds for this activity only. */
export function signVisitor(key: Buffer, activity: string, visitor: string): string {
  return `${visitor}.${signature(key, activity, visitor)}`
}

/** The visitor that a signed identity names; null when it was altered or belongs to another activity. */
export function verifyVisitor(key: Buffer, activity: string, signed: string): string | null {
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const visitor = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1))
  const wanted = Buffer.from(signature(key, activity, visitor))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? visitor : null
}

/** The `Set-Cookie` value. `path` keeps each activity's identity to itself. */
export function visitorCookie(key: Buffer, { activity, path, visitor, secure }: { activity: string; path: string; visitor: string; secure: boolean }): string {
  return `${name}=${signVisitor(key, activity, visitor)}; Path=${path}; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The visitor named by a `Cookie` header; null without a valid one. */
export function visitorOf(key: Buffer, activity: string, header: string | undefined | null): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() !== name) continue
    const visitor = verifyVisitor(key, activity, pair.slice(at + 1).trim())
    if (visitor !== null) return visitor
  }
  return null
}
