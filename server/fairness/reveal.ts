import { perWorld } from '../perWorld'
import type { World } from '../world'

/** Publishes the seeds of activities that have ended. */
export interface Reveal {
  look(): Promise<void>
  start(everyMs?: number): void
  stop(): void
}

function createReveal({ engine, log }: World): Reveal {
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    for (const activity of await engine.revealEnded()) log.info({ activity }, 'an activity has ended, and its seed is public now')
  }

  // The wall clock is asked each time, as the schedule of releases does.
  function wait(everyMs: number): void {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.error({ err: error }, 'cannot reveal the seeds of ended activities'))
        .finally(() => timer && wait(everyMs))
    }, everyMs)
    timer.unref()
  }

  return {
    look,
    start: (everyMs = 10_000) => {
      if (!timer) wait(everyMs)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

export const revealOf = perWorld(createReveal)
