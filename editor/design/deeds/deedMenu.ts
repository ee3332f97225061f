import { told } from '../../i18n/t'
import type { MenuItem } from '../../ui/menuItem'
import type { Designer } from '../designer'
import { shortcutText } from '../shortcuts'
import type { Deed } from './deed'
import { deedNamed } from './deeds'

const onWidgets = [
  ['cut', 'copy', 'paste', 'paste-in-place', 'duplicate'],
  ['copy-style', 'paste-style'],
  ['order-front', 'order-forward', 'order-backward', 'order-back'],
  ['group', 'ungroup', 'layout-free', 'layout-flow'],
  ['symbol-save', 'symbol-update', 'symbol-push', 'symbol-reset', 'symbol-detach', 'symbol-uses'],
  ['edit-text', 'rename', 'locked', 'hidden'],
  ['select-parent', 'select-inside', 'zoom-selection'],
  ['remove'],
] as const
const viewing = [
  ['zoom-in', 'zoom-out'],
  ['zoom-fit', 'zoom-100', 'zoom-selection'],
  ['device-frame', 'rulers', 'contrary-ground'],
] as const
const onNothing = [['paste', 'select-all', 'select-whole-page'], viewing[2], ['open-preview', 'open-source', 'open-command']] as const

/** What can be done with what is selected now, as a context menu. What cannot be done is left out, but for the common ones. */
export function deedMenu(designer: Designer): readonly MenuItem[] {
  const parts = designer.session.selected.value.length ? onWidgets : onNothing
  return menuOf(parts, designer)
}

/** How the canvas may be looked at: its scale, and what is drawn around the page. */
export function viewMenu(designer: Designer): readonly MenuItem[] {
  return menuOf(viewing, designer)
}

function menuOf(parts: readonly (readonly string[])[], designer: Designer): readonly MenuItem[] {
  const groups = parts.map((ids) => ids.map(deedNamed).filter((deed) => isCommon(deed) || can(deed, designer))).filter((group) => group.length)
  return groups.flatMap((group, i) => [...(i ? (['line'] as const) : []), ...group.map((deed) => itemOf(deed, designer))])
}

const common = new Set(['cut', 'copy', 'paste', 'duplicate', 'remove'])
const isCommon = ({ id }: Deed): boolean => common.has(id)

function can(deed: Deed, designer: Designer): boolean {
  return deed.can?.(designer) ?? true
}

function itemOf(deed: Deed, designer: Designer): MenuItem {
  const [keys] = deed.keys ?? []
  return {
    label: told(deed.name),
    act: () => deed.run(designer),
    disabled: !can(deed, designer),
    ...(deed.icon ? { icon: deed.icon } : {}),
    ...(keys ? { keys: shortcutText(keys) } : {}),
    ...(deed.danger ? { danger: true } : {}),
    ...(deed.isOn ? { checked: deed.isOn(designer) } : {}),
  }
}
