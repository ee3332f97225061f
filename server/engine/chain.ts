import { createHash, createHmac } from 'node:crypto'
import type { JournalTableRow } from './tables'

/** What a journal row says, in the order in which it is hashed and stored. */
export const sealedColumns = [
  'activity',
  'realm',
  'seq',
  'visitor',
  'key',
  'body_hash',
  'play',
  'action',
  'input',
  'shown',
  'release',
  'rules_hash',
  'at',
  'day_key',
  'epoch',
  'random',
  'receipt',
  'result',
  'effects',
  'awards',
  'prev_hash',
] as const satisfies readonly (keyof JournalTableRow)[]

/** The `prev_hash` of the first row. */
export const chainStart = '0'.repeat(64)

/** SHA-256 over the row's JSON list of sealed columns: one row's hash stands for all rows before it. */
export function sealOf(row: Omit<JournalTableRow, 'hash'>): string {
  return sha256(JSON.stringify(sealedColumns.map((column) => row[column])))
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

interface Drawer {
  readonly activity: string
  readonly play: string
  readonly visitor: string
  readonly key: string
}

/** A command's random digits: HMAC-SHA256 under the epoch's seed (64 hex digits, used as 32 bytes) over `activity|play|visitor|key`. */
export function randomOf(seed: string, { activity, play, visitor, key }: Drawer): string {
  return createHmac('sha256', Buffer.from(seed, 'hex')).update(`${activity}|${play}|${visitor}|${key}`).digest('hex')
}

/** What is published of a seed before its first draw: SHA-256 of its 32 bytes. */
export function commitmentOf(seed: string): string {
  return sha256(Buffer.from(seed, 'hex'))
}
