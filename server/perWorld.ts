import type { World } from './world'

/** One value a world, made when first asked for: for caches and queues that live exactly as long as their world. */
export function perWorld<T>(make: (world: World) => T): (world: World) => T {
  const made = new WeakMap<World, T>()
  return (world) => {
    const known = made.get(world)
    if (known !== undefined) return known
    const fresh = make(world)
    made.set(world, fresh)
    return fresh
  }
}
