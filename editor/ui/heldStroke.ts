let count = 0

/** A name for one drag of a control: all changes with it are one undo step, however long it pauses (see `isHeld`). */
export function heldStroke(): string {
  return `held-${++count}`
}
