import { pageFormat, rootId } from '../../schemas/page'
import { planFormat } from '../../schemas/plan'
import { rulesFormat } from '../../schemas/rules'
import { versionOf } from '../../schemas/widget'
import { specs } from '../../widgets/specs'
import { daysFrom, timeZone } from './calendar'
import type { Template } from './template'

export const blank: Template = {
  id: 'blank',
  title: { zh: '空白活动', en: 'Blank' },
  description: { zh: '从一张空白页面开始。', en: 'Start from an empty page.' },
  page: ({ name, locale }) => ({
    format: pageFormat,
    title: name,
    locale,
    theme: { preset: 'festive' },
    nodes: {
      [rootId]: { id: rootId, type: 'page', v: specs['page'] ? versionOf(specs['page']) : 0, parent: null, order: 'a0', props: { ...specs['page']?.defaults } },
    },
  }),
  rules(now) {
    const at = daysFrom(now)
    return { format: rulesFormat, schedule: { timeZone, dayCutoffHour: 0, startsAt: at(0), endsAt: at(14), phases: [] }, plays: {}, prizes: {} }
  },
  plan: () => ({ format: planFormat }),
}
