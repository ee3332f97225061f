import { designWidth } from '../../../renderer/designWidth'
import { rootId } from '../../../schemas/page'
import type { Designer } from '../designer'
import type { Press } from './keys'

const arrows: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** What an arrow key does to what is selected: 1 px, 10 with Shift; null for other keys. */
export function nudgeOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Press, designer: Designer): (() => void) | null {
  const arrow = arrows[key]
  if (!arrow || altKey || ctrlKey || metaKey || designer.session.selected.value.length === 0) return null
  const pace = shiftKey ? 10 : 1
  return () => designer.edits.nudge(arrow[0] * acrossFor(designer, pace), arrow[1] * pace)
}

/** Across, frames count in 375ths of their container: in a narrow one it takes more of them to go as far. Never less than was asked for. */
function acrossFor({ session, store, measure }: Designer, px: number): number {
  const parent = store.document().nodes[session.selected.value[0]!]?.parent
  const width = parent ? measure(rootId, [parent]).get(parent)?.w : undefined
  return width ? Math.max(px, Math.round((px * designWidth * 2) / width) / 2) : px
}
