import type { Designer } from './designer'
import type { Point } from './gestures/geometry'

/** Lets go of what is dragged: it lands where the pointer is, if it may. */
export function dropCargo({ dragging, edits }: Designer, at: Point): void {
  dragging.move(at)
  const cargo = dragging.drag.value?.cargo
  const drop = dragging.finish()
  if (cargo && drop) edits.land(cargo, drop)
}
