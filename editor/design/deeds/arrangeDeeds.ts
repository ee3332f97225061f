import {
  ArrowDownToLine,
  ArrowUpToLine,
  BringToFront,
  EyeOff,
  Group,
  Lock,
  MoveDown,
  MoveUp,
  Rows3,
  Scaling,
  SendToBack,
  SquareDashed,
  Ungroup,
} from '@lucide/vue'
import type { Component } from 'vue'
import { specs } from '../../../widgets/specs'
import type { Bilingual } from '../../../schemas/words'
import { groupNodes, groupType, ungroupNodes } from '../../document/commands/groupNodes'
import { orderNodes, type Depth } from '../../document/commands/orderNodes'
import { sameSize, type Side } from '../../document/commands/sameSize'
import { setFlags, type Flag } from '../../document/commands/setFlags'
import { setLayout } from '../../document/commands/setLayout'
import { isContainer, layoutOf, type Layout } from '../../document/placing'
import type { Designer } from '../designer'
import { stepNames } from '../stepNames'
import { chosenOf, framedCount, hasChosen, type Deed } from './deed'

export const arrangeDeeds: readonly Deed[] = [
  { id: 'group', name: { zh: '编组', en: 'Group' }, group: 'arrange', icon: Group, keys: ['Mod G'], can: hasChosen, run: group },
  { id: 'ungroup', name: { zh: '取消编组', en: 'Ungroup' }, group: 'arrange', icon: Ungroup, keys: ['Mod Shift G'], can: isGroup, run: ungroup },
  ordering('front', { zh: '移到最前', en: 'Bring to front' }, BringToFront, 'Mod Shift ]'),
  ordering('forward', { zh: '前移一层', en: 'Bring forward' }, ArrowUpToLine, 'Mod ]'),
  ordering('backward', { zh: '后移一层', en: 'Send backward' }, ArrowDownToLine, 'Mod ['),
  ordering('back', { zh: '移到最后', en: 'Send to back' }, SendToBack, 'Mod Shift ['),
  shifting(-1, { zh: '在同级中上移', en: 'Move up in order' }, MoveUp, 'Alt ArrowUp'),
  shifting(1, { zh: '在同级中下移', en: 'Move down in order' }, MoveDown, 'Alt ArrowDown'),
  sizing('width', { zh: '同样宽', en: 'Same width' }),
  sizing('height', { zh: '同样高', en: 'Same height' }),
  sizing('both', { zh: '同样大小', en: 'Same size' }),
  flagging('locked', { zh: '锁定或解锁', en: 'Lock or unlock' }, Lock, 'Mod Shift L'),
  flagging('hidden', { zh: '隐藏或显示', en: 'Hide or show' }, EyeOff, 'Mod Shift H'),
  laying('free', { zh: '改为自由摆放', en: 'Place content freely' }, SquareDashed),
  laying('flow', { zh: '改为依次排列', en: 'Let content flow' }, Rows3),
]

function group(designer: Designer): void {
  designer.edits.run(stepNames.group, (document) => {
    const { diff, id } = groupNodes(document, { ids: chosenOf(designer), specs })
    if (id !== null) designer.session.select([id])
    return diff
  })
}

function ungroup(designer: Designer): void {
  designer.edits.run(stepNames.ungroup, (document) => {
    const { diff, ids } = ungroupNodes(document, { ids: chosenOf(designer), specs })
    if (ids.length) designer.session.select(ids)
    return diff
  })
}

function isGroup(designer: Designer): boolean {
  const { nodes } = designer.store.document()
  const chosen = chosenOf(designer)
  return chosen.length > 0 && chosen.every((id) => nodes[id]!.type === groupType && designer.store.kids(id).value.length > 0)
}

function ordering(to: Depth, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: `order-${to}`,
    name,
    group: 'arrange',
    icon,
    keys: [keys],
    can: hasChosen,
    run: (designer) => void designer.edits.run(stepNames.reorder, (document) => orderNodes(document, { ids: chosenOf(designer), to, specs })),
  }
}

function shifting(by: -1 | 1, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: by < 0 ? 'shift-up' : 'shift-down',
    name,
    group: 'arrange',
    icon,
    keys: [keys],
    can: ({ session }) => session.only.value !== null,
    run: ({ edits }) => edits.shift(by),
  }
}

function sizing(of: Side, name: Bilingual): Deed {
  return {
    id: `same-${of}`,
    name,
    group: 'arrange',
    icon: Scaling,
    can: (designer) => framedCount(designer) > 1,
    run: (designer) => void designer.edits.run(stepNames.resize, (document) => sameSize(document, { ids: chosenOf(designer), of })),
  }
}

function flagging(flag: Flag, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: flag,
    name,
    group: 'arrange',
    icon,
    keys: [keys],
    can: hasChosen,
    run(designer) {
      const ids = chosenOf(designer)
      const to = !ids.every((id) => designer.store.document().nodes[id]![flag])
      designer.edits.run(flag === 'hidden' ? stepNames.hide : stepNames.lock, (document) => setFlags(document, { ids, flag, to }))
    },
  }
}

function laying(layout: Layout, name: Bilingual, icon: Component): Deed {
  const containerOf = ({ session, store }: Designer): string | null => {
    const node = store.document().nodes[session.only.value ?? '']
    const layouts = node && specs[node.type]?.contains?.layouts
    return node && isContainer(node, specs) && layouts?.includes(layout) && layoutOf(node, specs) !== layout ? node.id : null
  }
  return {
    id: `layout-${layout}`,
    name,
    group: 'arrange',
    icon,
    can: (designer) => containerOf(designer) !== null,
    run(designer) {
      const id = containerOf(designer)
      if (id === null) return
      const rects = designer.measure(id, designer.store.kids(id).value)
      designer.edits.run(stepNames.layout, (document) => setLayout(document, { id, layout, rects, specs }))
    },
  }
}
