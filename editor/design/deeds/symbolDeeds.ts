import { ArrowDownToLine, Blocks, ListTree, RefreshCw, RotateCcw, Unlink, Upload } from '@lucide/vue'
import { may } from '../../sign-in/session'
import { nameOf, type Designer } from '../designer'
import type { CurrentInstance } from '../symbols/symbols'
import { chosenOf, hasChosen, type Deed } from './deed'

export const symbolDeeds: readonly Deed[] = [
  {
    id: 'symbol-save',
    name: { zh: '保存为复用块…', en: 'Save as a symbol…' },
    group: 'symbol',
    icon: Blocks,
    keys: ['Mod Alt K'],
    can: (designer) => may('editSymbols') && hasChosen(designer),
    run(designer) {
      const ids = chosenOf(designer)
      const [only, ...others] = ids
      const node = designer.store.document().nodes[only!]!
      designer.symbols.question.value = { kind: 'save', ids, name: others.length ? '' : nameOf(node) }
    },
  },
  {
    id: 'symbol-update',
    name: { zh: '更新这个实例', en: 'Update this instance' },
    group: 'symbol',
    icon: ArrowDownToLine,
    can: ({ symbols }) => Boolean(symbols.current.value?.update),
    run: ({ symbols }) => withCurrent(symbols, ({ update }) => update && symbols.update([update])),
  },
  {
    id: 'symbol-update-all',
    name: { zh: '更新本页全部实例', en: 'Update all instances on this page' },
    group: 'symbol',
    icon: RefreshCw,
    can: ({ symbols }) => symbols.updates.value.length > 0,
    run: ({ symbols }) => symbols.update(symbols.updates.value),
  },
  {
    id: 'symbol-push',
    name: { zh: '把改动更新到复用块', en: 'Push changes to the symbol' },
    group: 'symbol',
    icon: Upload,
    can: ({ symbols }) => may('editSymbols') && hasOverrides(symbols),
    run: ({ symbols }) => withCurrent(symbols, (current) => void symbols.push(current)),
  },
  {
    id: 'symbol-reset',
    name: { zh: '还原全部改动', en: 'Reset all changes' },
    group: 'symbol',
    icon: RotateCcw,
    can: ({ symbols }) => hasOverrides(symbols),
    run: ({ symbols }) => withCurrent(symbols, symbols.reset),
  },
  {
    id: 'symbol-detach',
    name: { zh: '解除与复用块的关联', en: 'Detach from the symbol' },
    group: 'symbol',
    icon: Unlink,
    keys: ['Mod Alt B'],
    can: ({ symbols }) => symbols.current.value !== null,
    run: ({ symbols }) => withCurrent(symbols, ({ root }) => symbols.detach(root)),
  },
  {
    id: 'symbol-uses',
    name: { zh: '查看复用块用在哪里', en: 'See where the symbol is used' },
    group: 'symbol',
    icon: ListTree,
    can: ({ symbols }) => Boolean(symbols.current.value?.head),
    run: ({ symbols }) => withCurrent(symbols, ({ head }) => head && (symbols.question.value = { kind: 'uses', head })),
  },
]

type Symbols = Designer['symbols']

function withCurrent({ current }: Symbols, act: (instance: CurrentInstance) => unknown): void {
  if (current.value) act(current.value)
}

function hasOverrides({ current }: Symbols): boolean {
  return current.value !== null && current.value.overrides.length > 0
}
