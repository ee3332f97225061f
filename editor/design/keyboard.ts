import { rootId } from '../../schemas/page'
import { childrenOf } from '../../schemas/tree'
import type { Designer } from './designer'

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** What a key does to the page; undefined: nothing of ours. */
export function deedOf(press: Press, designer: Designer): (() => void) | undefined {
  return press.ctrlKey || press.metaKey ? commandOf(press, designer) : plainOf(press, designer)
}

function commandOf({ key, shiftKey }: Press, { edits, store, session }: Designer): (() => void) | undefined {
  switch (key.toLowerCase()) {
    case 'z':
      return () => void (shiftKey ? store.redo() : store.undo())
    case 'y':
      return () => void store.redo()
    case 'c':
      return edits.copy
    case 'x':
      return edits.cut
    case 'v':
      return edits.paste
    case 'd':
      return edits.duplicate
    case 'a':
      return () => {
        const parent = store.document().nodes[session.selected.value[0] ?? '']?.parent ?? rootId
        session.select(childrenOf(store.document().nodes, parent).map(({ id }) => id))
      }
    case '0':
      return () => void (session.looking.zoom = 'fit')
    case '1':
      return () => void (session.looking.zoom = 1)
    default:
      return undefined
  }
}

const arrows: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

function plainOf({ key, shiftKey, altKey }: Press, { edits, store, session }: Designer): (() => void) | undefined {
  const arrow = arrows[key]
  if (arrow) {
    const by = arrow[1] || arrow[0]
    if (altKey) return () => edits.shift(by < 0 ? -1 : 1)
    const pace = shiftKey ? 10 : 1
    return session.selected.value.length ? () => edits.nudge(arrow[0] * pace, arrow[1] * pace) : undefined
  }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return edits.remove
    case 'F2':
      return () => void (session.renaming.value = session.only.value)
    case 'Enter':
      return () => void session.editWish.value++
    case 'Escape':
      return () => {
        const parent = store.document().nodes[session.only.value ?? '']?.parent
        if (parent && parent !== rootId) session.select([parent])
        else if (session.selected.value.length) session.select([])
        else session.looking.open = null
      }
    default:
      return undefined
  }
}

/** Whether a key pressed there belongs to a control. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"], .monaco-editor') !== null)
  )
}
