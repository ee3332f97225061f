import { v7 } from 'uuid'
import type { World } from '../world'

/**
 * An id that says of its owner only when they came, and cannot be guessed (74 random bits). Who comes together stands together in every
 * table that is kept by visitor: a batch of acts changes a few pages of the store instead of several for each act.
 */
export function newVisitorId({ clock, dice }: Pick<World, 'clock' | 'dice'>): string {
  return `v${v7({ msecs: clock.now(), random: dice.bytes(16) }).replaceAll('-', '')}`
}
