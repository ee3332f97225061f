import { createHmac } from 'node:crypto'
import type { JournalRow } from '../engine/engine'

/** Something that a customer's backend is told. `id` is unique in the activity and the same each time it is sent. */
export interface Notice {
  readonly id: string
  readonly seq: number
  readonly at: number
  /** `award`, or the name that a play gave to what it emits. */
  readonly name: string
  readonly play: string
  readonly visitor: string
  readonly award?: object
  readonly body?: unknown
}

/** What a row of the journal is worth telling: each award, without its code, and each thing that a play emits. */
export function noticesOf({ seq, at, play, visitor, awards, effects }: JournalRow): Notice[] {
  const told = { seq, at, play, visitor }
  return [
    ...awards.map(({ id, play: from, snapshot, to }) => ({ ...told, play: from, visitor: to ?? visitor, name: 'award', award: { id, ...snapshot } })),
    ...effects.flatMap((effect) => (effect.do === 'emit' ? [{ ...told, name: effect.name, body: effect.body }] : [])),
  ].map((notice, n) => ({ id: `${seq}.${n}`, ...notice }))
}

/** `t` is when it was signed, in seconds; `v1` HMAC-SHA256 under the webhook's secret over `t`, a full stop and the body. */
export function signatureOf(secret: string, body: string, now: number): string {
  const t = Math.floor(now / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
