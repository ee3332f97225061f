import { specs } from '../../../widgets/specs'
import { iconOf } from '../widgetIcons'
import type { Deed } from './deed'

/** One for each widget that people can add. */
export const insertDeeds: readonly Deed[] = Object.values(specs)
  .filter(({ type }) => type !== 'page')
  .map(({ type, title }) => ({
    id: `insert-${type}`,
    name: { zh: `插入${title.zh}`, en: `Insert ${title.en.toLowerCase()}` },
    group: 'insert',
    icon: iconOf(type),
    run: ({ edits }) => void edits.insert(type),
  }))
