/** Whether a key pressed there belongs to a control that takes text or has keys of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"], .e-select-list, .monaco-editor') !== null)
  )
}

/** Whether a key pressed there alone works the control itself: a button takes Enter, a group or list of choices the arrows. */
export function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, summary, [role="radio"], [role="tab"], [role="listbox"], [role="switch"], [role="slider"]') !== null
  )
}
