import type { World } from '../world'

/** An id that says nothing about who it belongs to and cannot be guessed. */
export function newVisitorId(world: Pick<World, 'dice'>): string {
  return `v${Buffer.from(world.dice.bytes(16)).toString('hex')}`
}
