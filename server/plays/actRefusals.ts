import type { RefusalCode } from '../../schemas/refusals'

/** What the engine and the shop's kinds of play may answer to an act, wherever it came from. */
export const actRefusals: readonly RefusalCode[] = [
  'unknown-play',
  'unknown-action',
  'forbidden',
  'offline',
  'not-started',
  'ended',
  'not-open',
  'no-chance-left',
  'limit-reached',
  'already-done',
  'sold-out',
  'full',
  'not-enough-points',
  'self-invite',
  'not-new',
  'no-team',
  'no-makeup-card',
  'day-not-open',
  'frozen',
  'busy',
]
