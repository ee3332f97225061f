import { actBodySchema, receiptSchema } from '../../schemas/api/visitor'
import { actionLimits } from '../../schemas/limits'
import type { Json } from '../../schemas/play'
import { metricsOf } from '../health/metrics'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Call, type Route } from '../http/route'
import { Refuse } from '../problem'
import { findServed } from '../serving/findServed'
import type { Served } from '../serving/liveIndex'
import { requireVisitor } from '../visitors/admit'
import { backendWish } from './backendWish'
import { receiptOf } from './receiptOf'
import { shownRelease } from './shownRelease'
import { actRefusals } from './actRefusals'

const longestKey = 128

/** @throws Refuse `key-missing`; a key that nobody could have meant counts as missing. */
export function requireKey(header: string | undefined): string {
  const key = header?.trim() ?? ''
  if (key === '' || key.length > longestKey || !/^[\x21-\x7e]+$/.test(key)) throw new Refuse('key-missing')
  return key
}

interface Acting {
  readonly visitor: string
  readonly input: Json
  readonly by: 'visitor' | 'backend'
}

async function actingOf({ world, param, header }: Call, { activity }: Served, { key, input }: { key: string; input: Json }): Promise<Acting> {
  const bearer = /^Bearer (\S+)$/.exec(header('authorization') ?? '')?.[1]
  if (bearer === undefined) return { visitor: requireVisitor(world, activity, header('cookie')), input, by: 'visitor' }
  return { ...(await backendWish(world, activity, { token: bearer, play: param('play'), action: param('action'), key })), by: 'backend' }
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: '/a/:slug/plays/:play/:action',
      operationId: 'act',
      summary: 'One act of a visitor; or, with a bearer token signed for it, one that the customer’s backend vouches for.',
      who: 'visitor',
      perSource: 'crowd',
      body: actBodySchema,
      bodyLimits: actionLimits,
      requestHeaders: {
        'Idempotency-Key': { required: true, description: 'The same key from the same visitor is given the same receipt.' },
        'Authorization': {
          required: false,
          description:
            '`Bearer` and a JWT with `sub`, `play`, `action`, `input`, `exp` and the `Idempotency-Key` as `jti`, for actions that only a backend may take.',
        },
      },
      answers: { 200: receiptSchema },
      refusals: ['not-found', 'key-missing', 'key-reused', 'no-visitor', 'bad-token', 'release-superseded', ...actRefusals],
    },
    async (call) => {
      const { world, param, header, body, locale, answer } = call
      const served = await findServed(world, param('slug'))
      const key = requireKey(header('idempotency-key'))
      // The body came out of JSON.parse.
      const acting = await actingOf(call, served, { key, input: (body.input ?? {}) as Json })
      await rateLimitsOf(world).take('act', acting.visitor)
      const release = await shownRelease(world, served.activity, body.release)
      const answered = await world.engine.act({
        activity: served.activity,
        realm: 'live',
        play: param('play'),
        action: param('action'),
        key,
        release,
        ...acting,
      })
      metricsOf(world).acts.inc({ outcome: 'refused' in answered ? answered.refused.refusal : answered.replayed ? 'replayed' : 'accepted' })
      const { receipt, replayed } = receiptOf(answered, locale)
      return answer(200, receipt, replayed ? { 'Idempotent-Replayed': 'true' } : {})
    },
  ),
]
