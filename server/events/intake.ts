import type { Events } from '../../schemas/api/visitor'
import { dayKey } from '../../schemas/days'
import { createBatcher } from '../batcher'
import { metricsOf } from '../health/metrics'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'
import type { Served } from '../serving/liveIndex'
import type { World } from '../world'
import { insertEvents, type EventsTable } from './store'

const maxWaiting = 50_000
/** Few large writes leave the disk to the plays. */
const lingerMs = 200

const intake = perWorld((world) =>
  createBatcher<EventsTable>((rows) => world.store.lane(null, (session) => insertEvents(session, rows)), { maxWaiting, maxBatch: 1000, lingerMs }),
)

/** A browser's clock may be wrong by this much before ours is taken instead (ms). */
const trustedSkewMs = 24 * 3_600_000

/**
 * Takes a batch of events; they are written soon after, many at a time. What is counted may be lost in a crash: events are
 * no ledger. @throws Refuse `busy` when the queue is full, so that a flood costs events and never plays.
 */
export function takeEvents(world: World, { activity, build }: Served, visitor: string, events: Events['events']): void {
  const queue = intake(world)
  const now = world.clock.now()
  if (queue.room() < events.length) throw new Refuse('busy', { retryAt: now + 5000 })
  metricsOf(world).events.inc(events.length)
  const { timeZone, dayCutoffHour } = build.schedule
  for (const event of events) {
    const at = Math.abs(event.at - now) > trustedSkewMs ? now : event.at
    const row: EventsTable = {
      activity,
      visitor,
      at,
      id: keptId(event),
      name: event.name,
      node: event.node ?? '',
      channel: event.channel ?? '',
      release: event.release ?? '',
      day_key: dayKey(at, timeZone, dayCutoffHour),
      props: JSON.stringify(event.props ?? {}),
    }
    queue.add(row)?.catch((error: unknown) => world.log.error({ err: error }, 'cannot keep events'))
  }
}

/** Events of one time are kept side by side: ids in no order would have the database write a page of its own for nearly each. */
function keptId({ id, at }: Events['events'][number]): string {
  return `${Math.max(0, at).toString(36).padStart(9, '0')}-${id}`
}

/** Settles when everything taken so far is written. */
export function eventsKept(world: World): Promise<void> {
  return intake(world).drained()
}
