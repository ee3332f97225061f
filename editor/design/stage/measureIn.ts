import type { Box } from '../../document/commands/framed'
import type { Ground } from './ground'
import { frameAt } from './plane'

/** The frames in which nodes would look in a container as they do now, in px of the design; those that are not drawn are left out. */
export function measureIn({ canvas, unit }: Ground, container: string, ids: readonly string[]): ReadonlyMap<string, Box> {
  const outer = canvas.value?.planeOf(container)
  const rects = canvas.value?.contentsOf(new Set(ids))
  const found = new Map<string, Box>()
  if (!outer || !rects) return found
  for (const [id, rect] of rects) found.set(id, frameAt(rect, { box: outer, unit: unit.value }))
  return found
}
