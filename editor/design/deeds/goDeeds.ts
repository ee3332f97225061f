import { List, Rocket, SlidersHorizontal } from '@lucide/vue'
import type { Deed } from './deed'

export const goDeeds: readonly Deed[] = [
  {
    id: 'go-rules',
    name: { zh: '打开规则', en: 'Go to the rules' },
    group: 'go',
    icon: SlidersHorizontal,
    run: ({ activity, visit }) => visit(`/activities/${activity}/rules`),
  },
  {
    id: 'go-publish',
    name: { zh: '打开发布与数据', en: 'Go to publishing and results' },
    group: 'go',
    icon: Rocket,
    run: ({ activity, visit }) => visit(`/activities/${activity}/publish`),
  },
  { id: 'go-activities', name: { zh: '返回活动列表', en: 'Back to all activities' }, group: 'go', icon: List, run: ({ visit }) => visit('/activities') },
]
