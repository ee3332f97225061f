import { randomUUID } from 'node:crypto'
import { nearestLocale } from '../../schemas/words'
import { documentLimits } from '../../schemas/limits'
import type { Member } from '../../schemas/api/management'
import { noteWrite } from '../audit/noteWrite'
import { recordAudit } from '../audit/record'
import { identify } from '../members/identify'
import { problemAnswer, problemHeaders, Refuse } from '../problem'
import { isOutage } from '../store/isOutage'
import type { World } from '../world'
import { hasNoBody, readJson } from './body'
import { refuseCrossSite, refuseWrongHost } from './crossSite'
import { baseHeaders, joinHeaders } from './headers'
import { rateLimitsOf } from './rateLimits'
import { isManagement, isUnsafe, type AppContext, type AnswerHeaders, type AuditNote, type Call, type Route, type Who } from './route'
import { sourceOf } from './source'
import { compileInput, type Input } from './validation'

/** One route as Hono serves it: allowed, limited, validated, answered, audited, in this order. */
export function serveRoute(world: World, route: Route): (context: AppContext) => Promise<Response> {
  const input = compileInput(route)
  return async (context) => {
    const requestId = requestIdOf(context)
    try {
      return await answerCall(world, route, input, context, requestId)
    } catch (error) {
      return answerError(world, context, error, requestId)
    }
  }
}

async function answerCall(world: World, route: Route, input: Input, context: AppContext, requestId: string): Promise<Response> {
  // No id and no address of ours holds U+0000, and databases stumble over it.
  if (context.req.url.includes('%00')) throw new Refuse('not-found')
  const source = sourceOf(context, world.config.trustedProxies)
  if (isManagement(route)) refuseWrongHost(context, world.config)
  if (isUnsafe(context.req.method)) refuseCrossSite(context, world.config, { needsProof: isManagement(route) })
  const member = await admit(world, route, context, source)
  const { body, text, query } = await readInput(route, input, context)
  const notes: AuditNote[] = []
  const call: Call = {
    world,
    context,
    requestId,
    source,
    body,
    text,
    query,
    // The declaration says who calls; `admit` has just made sure of it.
    member: member as Call['member'],
    locale: nearestLocale(context.req.header('accept-language')),
    param: (name) => context.req.param(name) ?? '',
    header: (name) => context.req.header(name),
    answer: (status, answer, headers) => makeAnswer(world, requestId, status, answer, headers),
    async record(trx, note) {
      await recordAudit(trx, noteWrite(world, route, call, note))
      notes.push(note)
    },
  }
  const answer = await route.handle(call)
  if (needsAudit(route, answer) && notes.length === 0) await recordLate(world, route, call)
  return answer
}

/** A write whose handler kept no record of its own is recorded all the same. */
function recordLate(world: World, route: Route, call: Call): Promise<void> {
  return world.store.write(null, (trx) => recordAudit(trx, noteWrite(world, route, call, { target: call.context.req.path })))
}

function needsAudit(route: Route, { status }: Response): boolean {
  return isManagement(route) && isUnsafe(route.method) && !route.unaudited && status < 300
}

/** Default deny: who is not named by the declaration does not get in. */
async function admit(world: World, route: Route, context: AppContext, source: string): Promise<Member | null> {
  const limits = rateLimitsOf(world)
  const { who, perSource = isManagement(route) ? 'stranger' : undefined } = route
  if (!isRoles(who)) {
    if (perSource) await limits.take(perSource, source)
    return null
  }
  const member = await identify(world, context)
  if (!member) {
    await limits.take('stranger', source)
    throw new Refuse('signed-out')
  }
  await limits.take('member', member.id)
  if (!who.includes(member.role)) throw new Refuse('forbidden')
  return member
}

function isRoles(who: Who): who is Exclude<Who, string> {
  return typeof who !== 'string'
}

async function readInput(route: Route, input: Input, context: AppContext): Promise<{ body: unknown; text: string; query: unknown }> {
  const query = input.query(context.req.query())
  if (!route.body) return { body: undefined, text: '', query }
  const { text, value } = route.optionalBody && hasNoBody(context) ? { text: '', value: {} } : await readJson(context, route.bodyLimits ?? documentLimits)
  input.body(value, nearestLocale(context.req.header('accept-language')))
  return { body: value, text, query }
}

/** An incoming id is kept when it is harmless, so that one request can be followed through every log. */
function requestIdOf(context: AppContext): string {
  const given = context.req.header('x-request-id')
  return given && /^[a-zA-Z0-9-]{8,64}$/.test(given) ? given : randomUUID()
}

function makeAnswer(
  { config }: World,
  requestId: string,
  status: number,
  body: object | string | Uint8Array | null | undefined,
  headers?: AnswerHeaders,
): Response {
  const isText = typeof body === 'string' || body instanceof Uint8Array
  const isEmpty = body === null || body === undefined
  const typed = isText || isEmpty ? headers : { 'Content-Type': 'application/json; charset=utf-8', ...headers }
  // Bytes of ours are never shared memory, which is all that the type wants to exclude.
  const sent = isText ? (body as string | Uint8Array<ArrayBuffer>) : isEmpty ? null : JSON.stringify(body)
  return new Response(sent, { status, headers: joinHeaders(baseHeaders(config, requestId), typed) })
}

/** When to ask again while the store is out of reach. */
const outageMs = 2000

/** The one way out for everything that is not a success. A bug is logged once, and its answer says nothing of it. */
export function answerError(world: World, context: AppContext, error: unknown, requestId = requestIdOf(context)): Response {
  const refused = error instanceof Refuse ? error : asBug(world, context, error, requestId)
  const locale = nearestLocale(context.req.header('accept-language'))
  const { status } = problemAnswer(refused, locale, requestId)
  return makeAnswer(world, requestId, status, problemAnswer(refused, locale, requestId), problemHeaders(refused, world.clock.now()))
}

function asBug({ log, clock }: World, context: AppContext, error: unknown, requestId: string): Refuse {
  const facts = { requestId, method: context.req.method, path: context.req.path, err: error }
  if (isOutage(error)) {
    log.error(facts, 'The store is out of reach, or full.')
    return new Refuse('busy', { retryAt: clock.now() + outageMs })
  }
  log.error(facts, 'A request failed.')
  return new Refuse('internal')
}
