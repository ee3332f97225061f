import { presenceSchema } from '../../schemas/api/live'
import { roles } from '../../schemas/api/management'
import { actionLimits } from '../../schemas/limits'
import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { roomsOf } from './room'
import { eventStream } from './stream'

/** Connections that one server keeps open for all editors together. */
const mostListeners = 1000

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/activities/:id/live',
      operationId: 'watchActivity',
      summary: 'Server-sent events while the activity is open in an editor: `saved` when a draft was saved, `present` when somebody comes, goes or selects.',
      who: roles,
      answers: { 200: { media: 'text/event-stream' } },
      refusals: ['busy'],
    },
    async ({ world, param, answer }) => {
      const { id } = await findActivity(world, param('id'))
      const rooms = roomsOf(world)
      if (rooms.listeners() >= mostListeners) throw new Refuse('busy')
      let leave = (): void => {}
      const { body, listener } = eventStream(() => leave())
      leave = rooms.join(id, listener)
      const headers = answer(200, '', { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }).headers
      return new Response(body, { status: 200, headers })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/presence',
      operationId: 'tellPresence',
      summary: 'Tells the others where this tab is on the page. Holds for 20 seconds.',
      who: roles,
      body: presenceSchema,
      bodyLimits: actionLimits,
      answers: { 204: null },
      unaudited: true,
    },
    async ({ world, param, body: { tab, selection, isLeaving }, member, answer }) => {
      const { id } = await findActivity(world, param('id'))
      if (isLeaving) roomsOf(world).left(id, tab)
      else roomsOf(world).present(id, { tab, name: member.name || member.email, selection })
      return answer(204)
    },
  ),
]
