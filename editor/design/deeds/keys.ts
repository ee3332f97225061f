import type { Designer } from '../designer'
import type { Deed } from './deed'
import { deeds } from './deeds'

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** A press as `Deed.keys` are written, in lower case: the letter, digit or bracket on the key itself, whatever Shift and Alt make of it. */
export function keysOfPress({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Press): string {
  const plain = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  const brackets: { readonly [code: string]: string } = { BracketLeft: '[', BracketRight: ']' }
  const bare = brackets[code] ?? (plain && (altKey || shiftKey || ctrlKey || metaKey) ? (plain[1] ?? plain[2])! : key)
  // What only Shift can type is written without it.
  const isShifted = bare === '?' || bare === '+'
  return [ctrlKey || metaKey ? 'mod' : '', altKey ? 'alt' : '', shiftKey && !isShifted ? 'shift' : '', bare.toLowerCase()].filter(Boolean).join(' ')
}

const order = ['mod', 'alt', 'shift']

/** One spelling for the same keys, in whatever order they were written. */
function spelt(keys: string): string {
  const parts = keys.split(' ')
  return [...order.filter((one) => parts.includes(one)), ...parts.filter((one) => !order.includes(one))].join(' ')
}

const byKeys = new Map(deeds.flatMap((deed) => (deed.keys ?? []).map((keys) => [spelt(keys.toLowerCase()), deed] as const)))

/** What a key does; null: nothing of ours, or nothing that can be done now. */
export function deedOfPress(press: Press, designer: Designer): Deed | null {
  const deed = byKeys.get(keysOfPress(press))
  return deed && (deed.can?.(designer) ?? true) ? deed : null
}
