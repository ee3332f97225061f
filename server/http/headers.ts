import { randomUUID } from 'node:crypto'
import type { Config } from '../config'
import type { AnswerHeaders } from './route'

/** Nothing may load, run or frame an answer that is only data. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The headers of every answer. A handler's own come over them. */
export function baseHeaders(config: Config, requestId: string): { [name: string]: string } {
  return {
    'X-Request-Id': requestId,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Security-Policy': dataPolicy,
    'Cache-Control': 'no-store',
    ...(config.studioUrl?.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

/** Headers in the form that costs the adapter least: a plain record unless one of them repeats. */
export function joinHeaders(base: { [name: string]: string }, own: AnswerHeaders = {}): { [name: string]: string } | [string, string][] {
  if (Object.values(own).every((value) => typeof value === 'string')) return { ...base, ...(own as { [name: string]: string }) }
  const replaced = new Set(Object.keys(own))
  const rest = Object.entries(base).filter(([name]) => !replaced.has(name))
  return [...rest, ...Object.entries(own).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one as string]))]
}

/** Sends a browser to another path of this site. */
export function redirect(config: Config, path: string): Response {
  return new Response(null, { status: 302, headers: { ...baseHeaders(config, randomUUID()), Location: path } })
}

/** The editor's own policy: its code comes from here alone, its canvas frame too. Widgets on the canvas bring inline styles, and pictures from wherever published pages may have them. */
export function studioPolicy({ publicUrl }: Config): string {
  const pages = publicUrl ? ` ${publicUrl}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    `img-src 'self' data: blob: https:${pages}`,
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src 'self'${pages}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
