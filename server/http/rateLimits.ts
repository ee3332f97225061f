import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { perWorld } from '../perWorld'
import { Refuse } from '../problem'

interface Bucket {
  readonly points: number
  readonly seconds: number
}

/** How often things may be tried: `points` tries in `seconds`, by whatever the bucket's key names. */
const buckets = {
  /** Wrong passwords for one account, from devices that never signed in to it. Counted apart from the source, so that a stranger cannot lock its owner out. */
  account: { points: 10, seconds: 900 },
  /** Wrong passwords for one account from a device that signed in to it before. */
  device: { points: 20, seconds: 900 },
  /** Wrong passwords from one address, whatever the account. */
  source: { points: 30, seconds: 900 },
  /** Requests of one member or script. */
  member: { points: 6000, seconds: 60 },
  /** Requests without an identity, from one address. */
  stranger: { points: 600, seconds: 60 },
  /** Uploads of one member. */
  upload: { points: 120, seconds: 60 },
  /** Acts of one visitor: two a second, which no thumb keeps up for a minute. */
  act: { points: 120, seconds: 60 },
  /** Looks at oneself and batches of events of one visitor. */
  visitor: { points: 300, seconds: 60 },
  /** Identities given out to one address. A carrier may put ten thousand phones behind one. */
  arrival: { points: 12_000, seconds: 60 },
  /** What all visitors behind one address send: about half of what one process can answer. */
  crowd: { points: 60_000, seconds: 60 },
} as const satisfies { readonly [name: string]: Bucket }

export type BucketName = keyof typeof buckets

export interface RateLimits {
  /** Takes one try. @throws Refuse `too-many-requests` with the time to wait. */
  take(bucket: BucketName, key: string): Promise<void>
  /** Gives one try back: it turned out to be none that counts. */
  giveBack(bucket: BucketName, key: string): Promise<void>
  /** Forgets the tries of a key. */
  clear(bucket: BucketName, key: string): Promise<void>
}

/** The limits of one server. They live in memory and count by the real clock. */
export const rateLimitsOf = perWorld(({ clock }): RateLimits => {
  const limiters = Object.fromEntries(
    Object.entries(buckets).map(([name, { points, seconds }]) => [name, new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })]),
  ) as { [name in BucketName]: RateLimiterMemory }
  const refuse = (wait: number): Refuse => new Refuse('too-many-requests', { retryAt: clock.now() + wait })
  return {
    async take(bucket, key) {
      try {
        await limiters[bucket].consume(key)
      } catch (exhausted) {
        throw exhausted instanceof RateLimiterRes ? refuse(exhausted.msBeforeNext) : exhausted
      }
    },
    async giveBack(bucket, key) {
      await limiters[bucket].reward(key)
    },
    async clear(bucket, key) {
      await limiters[bucket].delete(key)
    },
  }
})
