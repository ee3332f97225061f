import type { Transaction } from 'kysely'
import type { Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import type { Member, Role } from '../../schemas/api/management'
import type { TextLimits } from '../../schemas/limits'
import type { RefusalCode } from '../../schemas/refusals'
import type { Admitted, JsonSchema } from '../../schemas/schema'
import type { Locale } from '../../schemas/words'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import type { BucketName } from './rateLimits'

/** Requests that come through the node server carry its bindings; those a test makes with `app.request` need not. */
export interface AppEnv {
  Bindings: Partial<HttpBindings> | undefined
}
export type AppContext = Context<AppEnv>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call a route. Roles: members with one of them, nobody else. `visitor`: people on an activity's page, whom the handler
 * identifies. `anyone`: no identity is asked for.
 */
export type Who = readonly Role[] | 'visitor' | 'anyone'

/** An answer that is not JSON. */
export interface OtherMedia {
  readonly media: string
}
export type AnswerBody = JsonSchema | OtherMedia | null

/** What a route is: the one source for validation, access control and OpenAPI. */
export interface Declared<B extends JsonSchema = JsonSchema, Q extends JsonSchema = JsonSchema, W extends Who = Who> {
  readonly method: Method
  /** Hono's path, `/api/activities/:id`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly who: W
  readonly body?: B
  /** A request without any body is one with `{}`. */
  readonly optionalBody?: boolean
  /** Absent: `documentLimits`. */
  readonly bodyLimits?: TextLimits
  /** The handler reads the body itself (uploads): OpenAPI's media types for it. */
  readonly bodyMedia?: string | readonly string[]
  /** An object of strings, numbers and booleans. Names that it does not know are ignored. */
  readonly query?: Q
  /** Request headers that the handler reads. */
  readonly requestHeaders?: { readonly [name: string]: { readonly required: boolean; readonly description: string } }
  readonly answers: { readonly [status: number]: AnswerBody }
  /** Besides those that any request may meet (see `commonRefusals`). */
  readonly refusals?: readonly RefusalCode[]
  /** The limit on what one address may ask of this route. Absent: `stranger` for management routes that anyone may call, else none. */
  readonly perSource?: BucketName
  /** Set for writes that the audit does not record: those that change nothing anyone else can see. */
  readonly unaudited?: boolean
}

/** What the audit is told about a write. Hashes name what was there before and after; null: nothing. */
export interface AuditNote {
  readonly target: string
  readonly before?: string | null
  readonly after?: string | null
  readonly reason?: string
}

/** Writes the audit row of a change inside the change's own transaction. */
export type Recording = (trx: Transaction<Tables>, note: AuditNote) => Promise<void>

type Caller<W extends Who> = W extends readonly Role[] ? Member : null

/** One request, validated and allowed. */
export interface Call<Body = unknown, Query = unknown, W extends Who = Who> {
  readonly world: World
  readonly context: AppContext
  readonly requestId: string
  readonly locale: Locale
  /** The address that limits are counted by; IPv6 by /64. */
  readonly source: string
  readonly member: Caller<W>
  readonly body: Body
  /** The body as it was sent; empty where the route declares none. */
  readonly text: string
  readonly query: Query
  param(name: string): string
  header(name: string): string | undefined
  /** Writes the audit row of this request inside its own transaction. The last thing to do there: it is one row that all writers wait for. */
  readonly record: Recording
  /** An answer with the headers that every answer has. Objects are sent as JSON; text and bytes need a `Content-Type`. */
  answer(status: number, body?: object | string | Uint8Array | null, headers?: AnswerHeaders): Response
}

export type AnswerHeaders = { readonly [name: string]: string | readonly string[] }

export type Handler<Body, Query, W extends Who> = (call: Call<Body, Query, W>) => Promise<Response> | Response

export interface Route extends Declared {
  readonly handle: Handler<unknown, unknown, Who>
}

export function route<const B extends JsonSchema, const Q extends JsonSchema, const W extends Who>(
  declared: Declared<B, Q, W>,
  handle: Handler<Admitted<B>, Admitted<Q>, W>,
): Route {
  // Body, query and member are checked against the declaration before the handler sees them.
  return { ...declared, handle: handle as unknown as Handler<unknown, unknown, Who> }
}

/** True where the route belongs to the team, not to visitors. */
export function isManagement({ who, path }: Pick<Declared, 'who' | 'path'>): boolean {
  return Array.isArray(who) || path.startsWith('/api/')
}

export const isUnsafe = (method: string): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
