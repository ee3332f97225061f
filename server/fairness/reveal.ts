import { perWorld } from '../perWorld'
import { createWatch, type Watch } from '../watch'
import type { World } from '../world'

/** Publishes the seeds of activities that have ended. */
export interface Reveal extends Watch {
  look(): Promise<void>
}

function createReveal({ engine, log }: World): Reveal {
  async function look(): Promise<void> {
    for (const activity of await engine.revealEnded()) log.info({ activity }, 'an activity has ended, and its seed is public now')
  }

  return { look, ...createWatch(look, { usualMs: 10_000, failed: (error) => log.error({ err: error }, 'cannot reveal the seeds of ended activities') }) }
}

export const revealOf = perWorld(createReveal)
