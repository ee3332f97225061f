import type { Designer } from './designer'
import type { Point } from './gestures/geometry'

/** Lets go of what is dragged: it lands where the pointer is, if it may. */
export function dropCargo({ dragging, edits, symbols }: Designer, at: Point): void {
  dragging.move(at)
  const cargo = dragging.drag.value?.cargo
  const drop = dragging.finish()
  if (!cargo || !drop) return
  if (cargo.kind === 'new' && cargo.symbol) void symbols.insert(cargo.symbol, drop.place, drop.frames?.['new'])
  else edits.land(cargo, drop)
}
