import type { Key } from '../i18n/t'

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
const macNames: { readonly [key: string]: string } = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫', Enter: '↵' }

/** The keys of a shortcut as this computer's keyboard names them. `Mod` is Ctrl, or ⌘ on a Mac. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut.split(' ').map((key) => (isMac ? (macNames[key] ?? key) : key === 'Mod' ? 'Ctrl' : key))
}

/** A shortcut in one word, as tooltips show it. */
export function shortcutText(shortcut: string): string {
  return keysOf(shortcut).join(isMac ? '' : '+')
}

export interface ShortcutGroup {
  readonly name: Key
  readonly keys: readonly (readonly [name: Key, ...shortcuts: readonly string[]])[]
}

/** What `keyboard.ts` and the canvas answer to. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: 'design.keysEdit',
    keys: [
      ['design.undo', 'Mod Z'],
      ['design.redo', 'Mod Shift Z'],
      ['design.keyCopy', 'Mod C'],
      ['design.keyCut', 'Mod X'],
      ['design.keyPaste', 'Mod V'],
      ['design.duplicate', 'Mod D'],
      ['design.remove', 'Delete'],
      ['design.rename', 'F2'],
      ['design.keyText', 'Enter'],
    ],
  },
  {
    name: 'design.keysPlace',
    keys: [
      ['design.keyShift', 'Alt ↑', 'Alt ↓'],
      ['design.keyNudge', '← ↑ ↓ →'],
      ['design.keyNudgeFar', 'Shift ← ↑ ↓ →'],
      ['design.keyCancelDrag', 'Esc'],
    ],
  },
  {
    name: 'design.keysSelect',
    keys: [
      ['design.keyNext', 'Tab', 'Shift Tab'],
      ['design.keyAll', 'Mod A'],
      ['design.keyParent', 'Esc'],
    ],
  },
  {
    name: 'design.keysView',
    keys: [
      ['design.zoomFit', 'Mod 0'],
      ['design.keyActual', 'Mod 1'],
      ['design.keys', '?'],
    ],
  },
]
