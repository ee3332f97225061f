const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
const arrows: { readonly [key: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }
const macNames: { readonly [key: string]: string } = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫', Enter: '↵' }

/** The keys of a shortcut as this computer's keyboard names them. `Mod` is Ctrl, or ⌘ on a Mac. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut.split(' ').map((key) => arrows[key] ?? (isMac ? (macNames[key] ?? key) : key === 'Mod' ? 'Ctrl' : key))
}

/** A shortcut in one word, as tooltips show it. */
export function shortcutText(shortcut: string): string {
  return keysOf(shortcut).join(isMac ? '' : '+')
}
