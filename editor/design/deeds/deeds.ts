import { alignDeeds } from './alignDeeds'
import { arrangeDeeds } from './arrangeDeeds'
import type { Deed } from './deed'
import { editDeeds } from './editDeeds'
import { goDeeds } from './goDeeds'
import { insertDeeds } from './insertDeeds'
import { selectDeeds } from './selectDeeds'
import { symbolDeeds } from './symbolDeeds'
import { viewDeeds } from './viewDeeds'

/** Everything that can be done, in the order that menus and the shortcuts sheet show it. One line a group. */
export const deeds: readonly Deed[] = [...editDeeds, ...arrangeDeeds, ...alignDeeds, ...symbolDeeds, ...selectDeeds, ...viewDeeds, ...goDeeds, ...insertDeeds]

const byId = new Map(deeds.map((deed) => [deed.id, deed]))

/** @throws when there is no such deed */
export function deedNamed(id: string): Deed {
  const deed = byId.get(id)
  if (!deed) throw new Error(`No deed "${id}". Known: ${[...byId.keys()].join(', ')}.`)
  return deed
}
