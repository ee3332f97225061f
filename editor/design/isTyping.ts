/** Whether a key pressed there belongs to a control that takes text or has keys of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"], .e-select-list, .monaco-editor') !== null)
  )
}

const presses = new Set(['Enter', ' '])
const walks = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])
const choices = '[role="radio"], [role="tab"], [role="listbox"], [role="slider"]'

/** Whether a key pressed there alone works the control itself: a button takes Enter and Space, a list or a group of choices the arrows too. */
export function isControlKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || !target.closest(`button, a, summary, [role="switch"], ${choices}`)) return false
  return presses.has(key) || (walks.has(key) && target.closest(`ul, ol, ${choices}`) !== null)
}
