import { BoxSelect, CornerLeftUp, CornerRightDown, SkipBack, SkipForward, SquareX } from '@lucide/vue'
import { rootId, type PageDocument } from '../../../schemas/page'
import { childrenOf, subtreeOf } from '../../../schemas/tree'
import type { Component } from 'vue'
import type { Bilingual } from '../../../schemas/words'
import type { Designer } from '../designer'
import { hasChosen, type Deed } from './deed'

export const selectDeeds: readonly Deed[] = [
  { id: 'select-all', name: { zh: '全选同级', en: 'Select everything beside it' }, group: 'select', icon: BoxSelect, keys: ['Mod A'], run: selectSiblings },
  {
    id: 'select-whole-page',
    name: { zh: '选中整页组件', en: 'Select the whole page' },
    group: 'select',
    icon: BoxSelect,
    keys: ['Mod Shift A'],
    run: ({ session, store }) => session.select(free(store.document(), subtreeOf(store.document().nodes, rootId).slice(1))),
  },
  {
    id: 'select-inside',
    name: { zh: '选择里面的组件', en: 'Select what it holds' },
    group: 'select',
    icon: CornerRightDown,
    keys: ['Shift Enter'],
    can: ({ session, store }) => store.kids(session.only.value ?? rootId).value.length > 0,
    run: ({ session, store }) => session.select(store.kids(session.only.value ?? rootId).value.slice(0, 1)),
  },
  beside(1, { zh: '选择下一个同级', en: 'Select the next beside it' }, SkipForward, 'Alt N'),
  beside(-1, { zh: '选择上一个同级', en: 'Select the one before it' }, SkipBack, 'Alt P'),
  { id: 'select-parent', name: { zh: '选择上一层', en: 'Select what holds it' }, group: 'select', icon: CornerLeftUp, keys: ['Escape'], run: leave },
  {
    id: 'deselect',
    name: { zh: '取消选择', en: 'Select nothing' },
    group: 'select',
    icon: SquareX,
    keys: ['Shift Escape'],
    can: hasChosen,
    run: ({ session }) => session.select([]),
  },
]

/** Round and round among siblings; with nothing selected, among what stands on the page. */
function beside(by: 1 | -1, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: by > 0 ? 'select-next' : 'select-previous',
    name,
    group: 'select',
    icon,
    keys: [keys],
    run({ session, store }) {
      const { nodes } = store.document()
      const chosen = nodes[session.selected.value.at(-1) ?? '']
      const siblings = childrenOf(nodes, chosen?.parent ?? rootId)
      const at = chosen ? siblings.findIndex(({ id }) => id === chosen.id) + by : by > 0 ? 0 : -1
      const next = siblings.at(at % siblings.length)
      if (next) session.select([next.id])
    },
  }
}

function selectSiblings({ session, store }: Designer): void {
  const { nodes } = store.document()
  const parent = nodes[session.selected.value[0] ?? '']?.parent ?? rootId
  const siblings = childrenOf(nodes, parent).map(({ id }) => id)
  session.select(free(store.document(), siblings))
}

/** What is locked stays out of it, as it does of a marquee. */
function free({ nodes }: PageDocument, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => !nodes[id]!.locked)
}

/** One step out: to the container, then to nothing, then out of the open popup. */
function leave({ session, store }: Designer): void {
  const parent = store.document().nodes[session.only.value ?? '']?.parent
  if (parent && parent !== rootId) session.select([parent])
  else if (session.selected.value.length) session.select([])
  else session.looking.open = null
}
