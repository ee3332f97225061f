import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['to'],
  properties: {
    to: {
      'enum': ['activity', 'phase', 'instant'],
      'title': { zh: '倒计时到', en: 'Counts down to' },
      'x-names': [
        { zh: '活动开始，然后结束', en: 'The start, then the end' },
        { zh: '某个阶段开始，然后结束', en: 'A phase’s start, then its end' },
        { zh: '指定时刻', en: 'A point in time' },
      ],
      'x-group': 'content',
    },
    phase: {
      'type': 'string',
      'maxLength': 64,
      'x-control': 'phase',
      'title': { zh: '阶段', en: 'Phase' },
      'x-show-if': { prop: 'to', is: 'phase' },
      'x-group': 'content',
    },
    instant: {
      'type': 'string',
      'format': 'date-time',
      'x-control': 'instant',
      'title': { zh: '时刻', en: 'Point in time' },
      'x-show-if': { prop: 'to', is: 'instant' },
      'x-group': 'content',
    },
    before: { ...wordsSchema, 'title': { zh: '开始前的文字', en: 'Words before the start' }, 'x-group': 'content' },
    during: { ...wordsSchema, 'title': { zh: '进行中的文字', en: 'Words until the end' }, 'x-group': 'content' },
    after: { ...wordsSchema, 'title': { zh: '结束后的文字', en: 'Words after the end' }, 'x-group': 'content' },
  },
})
export type CountdownProps = Admitted<typeof props>

export const countdown = defineWidget({
  type: 'countdown',
  title: { zh: '倒计时', en: 'Countdown' },
  group: 'content',
  icon: 'Timer',
  props,
  defaults: {
    to: 'activity',
    before: { 'zh-CN': '距离活动开始', 'en': 'Starts in' },
    during: { 'zh-CN': '距离活动结束', 'en': 'Ends in' },
    after: { 'zh-CN': '活动已结束', 'en': 'This has ended' },
  },
  size: { w: 343, h: 96 },
})
