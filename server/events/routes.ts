import { eventsSchema, eventsTakenSchema, type Events } from '../../schemas/api/visitor'
import { parseJson, type TextLimits } from '../../schemas/limits'
import { compileInput } from '../http/validation'
import { readText } from '../http/body'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Call, type Route } from '../http/route'
import { Refuse } from '../problem'
import { findServed } from '../serving/findServed'
import { visitorOf } from '../visitors/signedCookie'
import { visitorKeyOf } from '../visitors/visitorKey'
import { takeEvents } from './intake'

/** A batch of a hundred events with all their properties. */
const limits: TextLimits = { maxBytes: 64 * 1024, maxDepth: 8 }

const input = compileInput({ body: eventsSchema })

/** `sendBeacon` can send text only; what is in it is JSON all the same. */
async function readEvents({ context, header, locale }: Call): Promise<Events> {
  if (!/^(application\/json|text\/plain)\b/i.test(header('content-type') ?? '')) throw new Refuse('not-json')
  const parsed = parseJson(await readText(context, limits.maxBytes), limits)
  if (!parsed.ok) throw new Refuse(parsed.refusal, { detail: parsed.detail })
  input.body(parsed.value, locale)
  return parsed.value as Events
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'POST',
      path: '/a/:slug/events',
      operationId: 'sendEvents',
      summary: 'What a page saw happen, in batches. An event’s id counts once.',
      who: 'visitor',
      perSource: 'crowd',
      bodyMedia: 'application/json',
      answers: { 202: eventsTakenSchema },
      refusals: ['not-found', 'busy', 'bad-json', 'too-large', 'too-deep', 'not-json', 'bad-input'],
    },
    async (call) => {
      const served = await findServed(call.world, call.param('slug'))
      const visitor = visitorOf(visitorKeyOf(call.world), served.activity, call.header('cookie')) ?? ''
      if (visitor) await rateLimitsOf(call.world).take('visitor', visitor)
      const { events } = await readEvents(call)
      takeEvents(call.world, served, visitor, events)
      return call.answer(202, { taken: events.length })
    },
  ),
]
