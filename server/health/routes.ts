import { healthSchema } from '../../schemas/api/health'
import { route, type Route } from '../http/route'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { World } from '../world'
import { markReady } from './store'
import { metricsOf } from './metrics'

/** Set while the server says goodbye: it still answers, but wants no new requests sent to it. */
export const drainingOf = perWorld(() => ({ isDraining: false }))

/** A clock before this is not set: nothing could be dated by it. */
const earliestClock = Date.UTC(2024, 0, 1)

/** @throws Refuse `busy` while visitors should be sent elsewhere. */
async function refuseUnready(world: World): Promise<void> {
  const why = drainingOf(world).isDraining ? 'draining' : world.clock.now() < earliestClock ? 'clock' : await storeTrouble(world)
  if (why) throw new Refuse('busy', { detail: why, retryAt: world.clock.now() + 2000 })
}

interface Look {
  readonly at: number
  readonly trouble: Promise<'store' | null>
}
const lastLook = perWorld((): { look?: Look } => ({}))
const freshMs = 1000

/** Looked for once a second however many ask, for it costs a commit. */
function storeTrouble(world: World): Promise<'store' | null> {
  const last = lastLook(world)
  const now = world.clock.now()
  if (!last.look || now < last.look.at || now >= last.look.at + freshMs) last.look = { at: now, trouble: findTrouble(world) }
  return last.look.trouble
}

async function findTrouble({ store, log }: World): Promise<'store' | null> {
  try {
    // A transaction that changes nothing would succeed on a full disk.
    await store.write(null, (trx) => markReady(trx))
    return null
  } catch (error) {
    log.error({ err: error }, 'the store cannot be written')
    return 'store'
  }
}

export const routes: readonly Route[] = [
  route(
    { method: 'GET', path: '/healthz', operationId: 'isAlive', summary: 'The process answers.', who: 'anyone', answers: { 200: healthSchema } },
    ({ answer }) => answer(200, { status: 'ok' }),
  ),
  route(
    {
      method: 'GET',
      path: '/readyz',
      operationId: 'isReady',
      summary: 'The server can serve: its store takes writes and its clock is set.',
      who: 'anyone',
      answers: { 200: healthSchema },
      refusals: ['busy'],
    },
    async ({ world, answer }) => {
      await refuseUnready(world)
      return answer(200, { status: 'ok' })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/metrics',
      operationId: 'getMetrics',
      summary: 'Figures for Prometheus.',
      who: 'anyone',
      answers: { 200: { media: 'text/plain' } },
    },
    async ({ world, answer }) => {
      const { registry } = metricsOf(world)
      return answer(200, await registry.metrics(), { 'Content-Type': registry.contentType })
    },
  ),
]
