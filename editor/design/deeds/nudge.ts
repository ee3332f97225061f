import type { Designer } from '../designer'
import type { Press } from './keys'

const arrows: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** What an arrow key does to what is selected: 1 px, 10 with Shift; null for other keys. */
export function nudgeOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Press, { edits, session }: Designer): (() => void) | null {
  const arrow = arrows[key]
  if (!arrow || altKey || ctrlKey || metaKey || session.selected.value.length === 0) return null
  const pace = shiftKey ? 10 : 1
  return () => edits.nudge(arrow[0] * pace, arrow[1] * pace)
}
