import { newPreviewSchema, previewSchema, weightSchema } from '../../schemas/api/preview'
import { roles } from '../../schemas/api/management'
import { actBodySchema, mineSchema, publicStateSchema, receiptSchema } from '../../schemas/api/visitor'
import { actionLimits } from '../../schemas/limits'
import type { Json } from '../../schemas/play'
import { findActivity } from '../activities/findActivity'
import { isHttps } from '../http/isHttps'
import { route, type Call, type Route } from '../http/route'
import { hostOf } from '../http/crossSite'
import { receiptOf } from '../plays/receiptOf'
import { requireKey } from '../plays/routes'
import { Refuse } from '../problem'
import { channelOf } from '../serving/channel'
import { localeFor } from '../serving/negotiate'
import { newVisitorId } from '../visitors/newVisitorId'
import { seenOf } from '../visitors/seen'
import { visitorCookie, visitorOf } from '../visitors/signedCookie'
import { loadVisitorKey, renewPreviewKey } from '../visitors/visitorKey'
import { draftRules, draftSegments, drawDraft, weighDraft } from './drafts'
import { activityOfToken, previewToken } from './link'
import { actRefusals } from '../plays/actRefusals'

const team = ['owner', 'designer', 'operator'] as const
/** Whoever tries out a draft is nobody in the live activity. */
const rehearsing = (activity: string): string => `rehearsal/${activity}`

async function visitorFrom({ world, header }: Call, activity: string): Promise<string | null> {
  return visitorOf(await loadVisitorKey(world), rehearsing(activity), header('cookie'))
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/weight',
      operationId: 'weighDraft',
      summary: 'What the first answer to a visitor would weigh if the drafts were released as they stand.',
      who: roles,
      answers: { 200: weightSchema },
    },
    async ({ world, param, locale, answer }) => {
      const { id } = await findActivity(world, param('id'))
      return answer(200, { bytes: await weighDraft(world, id, locale) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/preview',
      operationId: 'createPreview',
      summary: 'A link that shows the drafts to whoever has it, for a while. What is done there is rehearsed only.',
      who: team,
      body: newPreviewSchema,
      bodyLimits: actionLimits,
      answers: { 201: previewSchema },
    },
    async ({ world, context, param, body: { hours = 24 }, record, answer }) => {
      const { id } = await findActivity(world, param('id'))
      const { token, expiresAt } = await previewToken(world, id, hours)
      await world.store.write(id, (trx) => record(trx, { target: `activity/${id}/preview` }))
      const origin = world.config.publicUrl ?? `${new URL(context.req.url).protocol}//${hostOf(context)}`
      return answer(201, { url: `${origin}/preview/${token}`, expiresAt })
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/activities/:id/preview',
      operationId: 'endPreviews',
      summary: 'Ends every preview link of an activity.',
      who: team,
      answers: { 204: null },
    },
    async ({ world, param, record, answer }) => {
      const { id } = await findActivity(world, param('id'))
      await renewPreviewKey(world, id, (trx) => record(trx, { target: `activity/${id}/preview` }))
      return answer(204)
    },
  ),
  route(
    {
      method: 'GET',
      path: '/preview/:token',
      operationId: 'showPreview',
      summary: 'The draft of a page.',
      who: 'visitor',
      perSource: 'stranger',
      answers: { 200: { media: 'text/html' } },
      refusals: ['not-found'],
    },
    async ({ world, context, param, header, answer }) => {
      const activity = await activityOfToken(world, param('token'))
      const locale = localeFor(new URL(context.req.url).search.slice(1), header('accept-language'), 'zh-CN')
      const { html, csp } = await drawDraft(world, activity, { token: param('token'), locale })
      return answer(200, html, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': csp,
        'X-Robots-Tag': 'noindex',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/preview/:token/state',
      operationId: 'getPreviewState',
      summary: 'What everybody may know of a rehearsal.',
      who: 'visitor',
      perSource: 'stranger',
      answers: { 200: publicStateSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const activity = await activityOfToken(world, param('token'))
      const state = await world.engine.publicState(activity, 'rehearsal', undefined, (await draftRules(world, activity)).rules)
      if (!state) throw new Refuse('not-found')
      return answer(200, { now: world.clock.now(), release: 'draft', stage: state.stage, offline: false, plays: state.plays })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/preview/:token/me',
      operationId: 'getPreviewMe',
      summary: 'This visitor in a rehearsal.',
      who: 'visitor',
      perSource: 'stranger',
      answers: { 200: mineSchema },
      refusals: ['not-found'],
    },
    async (call) => {
      const { world, param, header, locale, answer } = call
      const activity = await activityOfToken(world, param('token'))
      const visitor = (await visitorFrom(call, activity)) ?? newVisitorId(world)
      const { rules } = await draftRules(world, activity)
      const { plays, awards } = await world.engine.mine(activity, 'rehearsal', visitor, undefined, rules)
      const cookie = visitorCookie(await loadVisitorKey(world), {
        activity: rehearsing(activity),
        path: `/preview/${param('token')}`,
        visitor,
        secure: isHttps(world.config, world.config.publicUrl, header('x-forwarded-proto')),
      })
      const at = world.clock.now()
      // Of whoever previews nothing is known, and nothing is kept.
      const row = { id: visitor, activity, name: `预览 ${visitor.slice(-4)}`, claims: null, channel: null, time_created: at }
      const segments = await draftSegments(world, activity, rules)
      const visit = { at, channel: channelOf(header('referer'), undefined), language: locale }
      const seen = segments && seenOf(row, visit, { segments, schedule: rules.schedule })
      return answer(200, { now: at, visitor, name: row.name, plays, awards, ...(seen ? { seen } : {}) }, { 'Set-Cookie': cookie })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/preview/:token/plays/:play/:action',
      operationId: 'rehearse',
      summary: 'An act by the drafts’ rules. It never reaches live stock, boards or reports.',
      who: 'visitor',
      perSource: 'stranger',
      body: actBodySchema,
      bodyLimits: actionLimits,
      requestHeaders: { 'Idempotency-Key': { required: true, description: 'The same key from the same visitor is given the same receipt.' } },
      answers: { 200: receiptSchema },
      refusals: ['not-found', 'key-missing', 'key-reused', 'no-visitor', ...actRefusals],
    },
    async (call) => {
      const { world, param, header, body, locale, answer } = call
      const activity = await activityOfToken(world, param('token'))
      const key = requireKey(header('idempotency-key'))
      const visitor = await visitorFrom(call, activity)
      if (visitor === null) throw new Refuse('no-visitor')
      const answered = await world.engine.act({
        activity,
        realm: 'rehearsal',
        play: param('play'),
        action: param('action'),
        visitor,
        key,
        by: 'visitor',
        release: null,
        // The body came out of JSON.parse.
        input: (body.input ?? {}) as Json,
        draft: await draftRules(world, activity),
      })
      const { receipt, replayed } = receiptOf(answered, locale)
      return answer(200, receipt, replayed ? { 'Idempotent-Replayed': 'true' } : {})
    },
  ),
]
