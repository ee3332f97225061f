import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['layout', 'milestones'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '按钮文字', en: 'Button' }, 'x-group': 'content' },
    layout: {
      'enum': ['week', 'month'],
      'title': { zh: '日历', en: 'Calendar' },
      'x-names': [
        { zh: '本周', en: 'This week' },
        { zh: '本月', en: 'This month' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    milestones: { 'type': 'boolean', 'title': { zh: '显示里程碑', en: 'Show milestones' }, 'x-group': 'content' },
  },
})
export type CheckInCalendarProps = Admitted<typeof props>

export const checkInCalendar = defineWidget({
  type: 'check-in-calendar',
  title: { zh: '签到日历', en: 'Check-in calendar' },
  group: 'game',
  icon: 'CalendarCheck',
  shows: 'check-in',
  props,
  defaults: {
    title: { 'zh-CN': '每日签到', 'en': 'Daily check-in' },
    button: { 'zh-CN': '立即签到', 'en': 'Check in' },
    layout: 'week',
    milestones: true,
  },
  size: { w: 343, h: 420 },
})
