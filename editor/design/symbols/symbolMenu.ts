import { ListTree, Pencil, Plus, Trash2 } from '@lucide/vue'
import type { SymbolHead } from '../../../schemas/api/symbols'
import { t } from '../../i18n/t'
import { may } from '../../sign-in/session'
import type { MenuItem } from '../../ui/menuItem'
import type { Designer } from '../designer'

/** What can be done with a symbol of the team, wherever it is seen. */
export function symbolMenu({ symbols }: Pick<Designer, 'symbols'>, head: SymbolHead): readonly MenuItem[] {
  const isMaker = may('editSymbols')
  return [
    { heading: head.name },
    { label: t('symbols.insert', { name: head.name }), icon: Plus, act: () => void symbols.insert(head) },
    { label: t('symbols.uses'), icon: ListTree, act: () => void (symbols.question.value = { kind: 'uses', head }) },
    'line',
    { label: t('symbols.rename'), icon: Pencil, disabled: !isMaker, act: () => void (symbols.question.value = { kind: 'rename', head }) },
    { label: t('symbols.delete'), icon: Trash2, danger: true, disabled: !isMaker, act: () => void symbols.remove(head) },
  ]
}
