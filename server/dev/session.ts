import type { IncomingMessage, ServerResponse } from 'node:http'
import { createApp } from '../app'
import { readConfig } from '../config'
import { listenerOf } from '../http/serve'
import { revealOf } from '../fairness/reveal'
import { scheduleOf } from '../releases/schedule'
import { servingReady } from '../serving/findServed'
import { createFront } from '../serving/front'
import { liveIndexOf } from '../serving/liveIndex'
import { openWorld } from '../world'

/** The server between two changes of its sources. */
export interface DevSession {
  answer(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

/**
 * Opens the world anew, with whatever the sources say now.
 * @public Loaded by name, as nothing may import sources that are to be replaced.
 */
export async function openSession(): Promise<DevSession> {
  const world = await openWorld(readConfig(process.env))
  await servingReady(world)
  liveIndexOf(world).start()
  scheduleOf(world).start()
  revealOf(world).start()
  return {
    answer: listenerOf(createApp(world), createFront(world)),
    async close() {
      scheduleOf(world).stop()
      revealOf(world).stop()
      liveIndexOf(world).stop()
      await world.close()
    },
  }
}
