import type { Component } from 'vue'
import type { Bilingual } from '../../../schemas/words'
import { frameIn } from '../../document/commands/framed'
import type { Designer } from '../designer'

export const deedGroups = ['edit', 'arrange', 'align', 'symbol', 'select', 'view', 'go', 'insert'] as const
export type DeedGroup = (typeof deedGroups)[number]

/** Something that a person can do in the design tab, however it is asked for: by a key, a menu or the command palette. */
export interface Deed {
  readonly id: string
  readonly name: Bilingual
  readonly group: DeedGroup
  readonly icon?: Component
  /** Keys pressed together, such as `Mod Shift G`; `Mod` is Ctrl, or ⌘ on a Mac. Any of them will do. */
  readonly keys?: readonly string[]
  /** It cannot be taken back by a word: told apart in menus. */
  readonly danger?: true
  /** Absent: always possible. */
  can?(designer: Designer): boolean
  /** For what is on or off: whether it is on. */
  isOn?(designer: Designer): boolean
  run(designer: Designer): void
}

/** What is selected, of those nodes that still exist. */
export function chosenOf({ session, store }: Designer): readonly string[] {
  const { nodes } = store.document()
  return session.selected.value.filter((id) => id in nodes)
}

export function hasChosen(designer: Designer, least = 1): boolean {
  return chosenOf(designer).length >= least
}

/** How many of the selected ones are placed freely. */
export function framedCount(designer: Designer): number {
  const document = designer.store.document()
  return chosenOf(designer).filter((id) => frameIn(document, id)).length
}
