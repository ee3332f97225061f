import { publicStateSchema, mineSchema, tokenSchema, secretSchema, visitorFoundSchema } from '../../schemas/api/visitor'
import { actionLimits } from '../../schemas/limits'
import { findActivity } from '../activities/findActivity'
import { isHttps } from '../http/isHttps'
import { route, type Call, type Route } from '../http/route'
import type { Build } from '../releases/build'
import { channelOf } from '../serving/channel'
import { findServed } from '../serving/findServed'
import { seesCandidate } from '../serving/rollout'
import type { Served } from '../serving/liveIndex'
import type { VisitorRow } from '../store/tables'
import { admitVisitor } from './admit'
import { exchangeToken, visitorOfSubject } from './exchange'
import { publicStateOf } from './publicState'
import { seenOf } from './seen'
import { visitorCookie, visitorOf } from './signedCookie'
import { setActivitySecret, visitorKeyOf } from './visitorKey'

function cookieFor({ world, context }: Pick<Call, 'world' | 'context'>, { activity, slug }: Served, visitor: string): string {
  const secure = isHttps(world.config, world.config.publicUrl, context.req.header('x-forwarded-proto'))
  return visitorCookie(visitorKeyOf(world), { activity, path: `/a/${slug}`, visitor, secure })
}

async function mineOf(call: Pick<Call, 'world' | 'context' | 'locale'>, served: Served, visitor: VisitorRow): Promise<object> {
  const { world, context, locale } = call
  const { plays, awards } = await world.engine.mine(served.activity, 'live', visitor.id)
  const at = world.clock.now()
  const { segments, schedule } = buildShown(call, served, visitor.id)
  const seen = segments && seenOf(visitor, { at, channel: channelFrom(context), language: locale }, { segments, schedule })
  return { now: at, visitor: visitor.id, name: visitor.name, plays, awards, ...(seen ? { seen } : {}) }
}

function channelFrom({ req }: Call['context']): string | null {
  return req.query('channel') ?? channelOf(req.header('referer'), req.header('cookie'))
}

/** Which page a visitor was given while a candidate is out. */
function buildShown({ context }: Pick<Call, 'context'>, { build, candidate }: Served, visitor: string | null): Build {
  const isCandidate = candidate && visitor !== null && seesCandidate(candidate.rollout, visitor, channelFrom(context))
  return isCandidate ? candidate.build : build
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/a/:slug/state',
      operationId: 'getState',
      summary: 'What everybody may know of an activity, and the server’s time.',
      who: 'visitor',
      query: { type: 'object', properties: { channel: { type: 'string', maxLength: 64 } } },
      answers: { 200: publicStateSchema },
      refusals: ['not-found'],
    },
    async ({ world, context, param, answer }) => {
      const served = await findServed(world, param('slug'))
      const state = await publicStateOf(world, served)
      const shared = served.candidate ? 'private, max-age=1' : 'public, max-age=1'
      const visitor = served.candidate && visitorOf(visitorKeyOf(world), served.activity, context.req.header('cookie'))
      return answer(200, { ...state, release: buildShown({ context }, served, visitor).mark }, { 'Cache-Control': shared })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/a/:slug/me',
      operationId: 'getMe',
      summary: 'This visitor. The answer issues the identity that acts need.',
      who: 'visitor',
      perSource: 'crowd',
      answers: { 200: mineSchema },
      refusals: ['not-found', 'busy'],
    },
    async (call) => {
      const { world, context, source, param, header, answer } = call
      const served = await findServed(world, param('slug'))
      const visitor = await admitVisitor(world, { activity: served.activity, cookies: header('cookie'), source, channel: channelFrom(context) })
      return answer(200, await mineOf(call, served, visitor), { 'Set-Cookie': cookieFor(call, served, visitor.id) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/a/:slug/session',
      operationId: 'exchangeToken',
      summary: 'Takes a token that the customer’s own backend signed for an identity.',
      who: 'visitor',
      perSource: 'arrival',
      body: tokenSchema,
      bodyLimits: { maxBytes: 16 * 1024, maxDepth: 4 },
      answers: { 200: mineSchema },
      refusals: ['not-found', 'bad-token'],
    },
    async (call) => {
      const { world, context, param, body, answer } = call
      const served = await findServed(world, param('slug'))
      const visitor = await exchangeToken(world, served.activity, body.token, channelFrom(context))
      return answer(200, await mineOf(call, served, visitor), { 'Set-Cookie': cookieFor(call, served, visitor.id) })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/visitor',
      operationId: 'findVisitor',
      summary: 'Which visitor a user of the customer’s is, by the `sub` of their tokens: to know whose an award is.',
      who: ['owner', 'operator'],
      query: { type: 'object', required: ['subject'], properties: { subject: { type: 'string', minLength: 1, maxLength: 200 } } },
      answers: { 200: visitorFoundSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, query, answer }) => {
      const activity = await findActivity(world, param('id'))
      return answer(200, { visitor: visitorOfSubject(world, activity.id, query.subject) })
    },
  ),
  route(
    {
      method: 'PUT',
      path: '/api/activities/:id/secret',
      operationId: 'setActivitySecret',
      summary: 'Sets the secret that the customer’s backend signs tokens with.',
      who: ['owner'],
      body: secretSchema,
      bodyLimits: actionLimits,
      answers: { 204: null },
      refusals: ['not-found'],
    },
    async ({ world, param, body, answer, record }) => {
      const activity = await findActivity(world, param('id'))
      await setActivitySecret(world, activity.id, body.secret, (trx) => record(trx, { target: `activity/${activity.id}/secret` }))
      return answer(204)
    },
  ),
]
