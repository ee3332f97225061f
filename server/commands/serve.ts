import { createApp } from '../app'
import { eventsKept } from '../events/intake'
import { revealOf } from '../fairness/reveal'
import { drainingOf } from '../health/routes'
import { serve as listen } from '../http/serve'
import { scheduleOf } from '../releases/schedule'
import { roomsOf } from '../live/room'
import { createFront } from '../serving/front'
import { servingReady } from '../serving/findServed'
import { liveIndexOf } from '../serving/liveIndex'
import { senderOf } from '../webhooks/sender'
import type { World } from '../world'
import { addresses } from './addresses'
import type { Command, Shell } from './command'
import { wayIn } from './wayIn'

/** How long a stopping server still answers as before, so that whoever asks `/readyz` has heard of it (ms). */
const farewellMs = 200

function untilTold(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
  })
}

/** The one line that says: ready, and where. Then how to get in. */
async function greet(world: World, port: number, { print }: Shell): Promise<void> {
  const { studio, pages } = await addresses(world, port)
  print(`Festoon is ready. Editor: ${studio}${pages.length ? `  Pages: ${pages.join(' ')}` : ''}`)
  print(await wayIn(world))
}

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'Serves the editor, the API and the pages until SIGTERM or Ctrl-C.',
  async run(shell) {
    const world = await shell.open()
    await servingReady(world)
    liveIndexOf(world).start()
    scheduleOf(world).start()
    revealOf(world).start()
    senderOf(world).start()
    const { port, stop } = await listen(createApp(world), { port: world.config.port, front: createFront(world) })
    await greet(world, port, shell)
    const signal = await untilTold()
    world.log.info({ signal }, 'stopping: finishing what is under way')
    drainingOf(world).isDraining = true
    await new Promise((resolve) => setTimeout(resolve, farewellMs))
    roomsOf(world).close()
    await stop()
    scheduleOf(world).stop()
    revealOf(world).stop()
    senderOf(world).stop()
    liveIndexOf(world).stop()
    await eventsKept(world)
    return 0
  },
}
