import { Refuse } from '../problem'
import type { World } from '../world'

/** Another release was put live while this one was being judged and drawn. */
export class LiveMoved extends Error {
  override readonly name = 'LiveMoved'
}

const maxTries = 5

/**
 * Runs an attempt whose judgement rests on what is live: which rules stay, whom a change would harm. It throws `LiveMoved`
 * from its transaction when that is live no longer, and is made anew. @throws Refuse `busy` when others are always quicker
 */
export async function overLive<T>({ clock }: Pick<World, 'clock'>, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries <= maxTries; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof LiveMoved)) throw error
    }
  }
  throw new Refuse('busy', { retryAt: clock.now() + 1000 })
}
