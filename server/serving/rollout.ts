import { createHash } from 'node:crypto'

export interface Rollout {
  /** Of 10,000. */
  readonly basisPoints: number
  readonly channels?: readonly string[]
  readonly salt: string
}

/** The visitor's place among 10,000, fixed by the rollout's salt: a growing share only ever adds visitors. */
export function bucketOf(salt: string, visitor: string): number {
  const digest = createHash('sha256').update(`${salt}|${visitor}`).digest()
  return Number(digest.readBigUInt64BE(0) % 10_000n)
}

/** Whether this visitor, come by this channel, sees the candidate. */
export function seesCandidate(rollout: Rollout, visitor: string, channel: string | null): boolean {
  const isChannel = !rollout.channels?.length || (channel !== null && rollout.channels.includes(channel))
  return isChannel && bucketOf(rollout.salt, visitor) < rollout.basisPoints
}
