import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { Bilingual } from '../../../schemas/words'
import { alignNodes, type Alignment } from '../../document/commands/alignNodes'
import { distributeNodes, type Spread } from '../../document/commands/distributeNodes'
import { stepNames } from '../stepNames'
import { chosenOf, framedCount, type Deed } from './deed'

/** For widgets that are placed freely. */
export const alignDeeds: readonly Deed[] = [
  aligning('left', { zh: '左对齐', en: 'Align left' }, AlignStartVertical, 'Alt A'),
  aligning('centre', { zh: '水平居中', en: 'Align centre' }, AlignCenterVertical, 'Alt H'),
  aligning('right', { zh: '右对齐', en: 'Align right' }, AlignEndVertical, 'Alt D'),
  aligning('top', { zh: '顶对齐', en: 'Align top' }, AlignStartHorizontal, 'Alt W'),
  aligning('middle', { zh: '垂直居中', en: 'Align middle' }, AlignCenterHorizontal, 'Alt V'),
  aligning('bottom', { zh: '底对齐', en: 'Align bottom' }, AlignEndHorizontal, 'Alt S'),
  spreading('across', { zh: '水平等距', en: 'Distribute across' }, AlignHorizontalSpaceAround, 'Alt Shift H'),
  spreading('down', { zh: '垂直等距', en: 'Distribute down' }, AlignVerticalSpaceAround, 'Alt Shift V'),
]

function aligning(to: Alignment, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: `align-${to}`,
    name,
    group: 'align',
    icon,
    keys: [keys],
    can: (designer) => framedCount(designer) > 1,
    run: (designer) => void designer.edits.run(stepNames.align, (document) => alignNodes(document, { ids: chosenOf(designer), to })),
  }
}

function spreading(to: Spread, name: Bilingual, icon: Component, keys: string): Deed {
  return {
    id: `distribute-${to}`,
    name,
    group: 'align',
    icon,
    keys: [keys],
    can: (designer) => framedCount(designer) > 2,
    run: (designer) => void designer.edits.run(stepNames.distribute, (document) => distributeNodes(document, { ids: chosenOf(designer), to })),
  }
}
