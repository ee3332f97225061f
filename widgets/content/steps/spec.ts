import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const step = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    title: { ...wordsSchema, title: { zh: '步骤', en: 'Step' } },
    detail: { ...wordsSchema, title: { zh: '说明', en: 'Detail' } },
    icon: {
      'type': 'string',
      'maxLength': 16,
      'x-control': 'icon',
      'title': { zh: '图标', en: 'Icon' },
      'description': { zh: '留空显示序号', en: 'Empty: its number' },
    },
  },
})

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['steps', 'direction'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    steps: { 'type': 'array', 'minItems': 1, 'maxItems': 8, 'items': step, 'title': { zh: '步骤', en: 'Steps' }, 'x-group': 'content' },
    direction: {
      'enum': ['row', 'column'],
      'title': { zh: '排列', en: 'Direction' },
      'x-names': [
        { zh: '横排', en: 'Side by side' },
        { zh: '竖排', en: 'Downwards' },
      ],
      'x-group': 'style',
    },
  },
})
export type StepsProps = Admitted<typeof props>

export const steps = defineWidget({
  type: 'steps',
  title: { zh: '参与步骤', en: 'Steps' },
  group: 'content',
  icon: 'ListOrdered',
  props,
  defaults: {
    title: { 'zh-CN': '怎么参加', 'en': 'How to take part' },
    steps: [
      { title: { 'zh-CN': '每日打卡', 'en': 'Check in daily' }, icon: '📅' },
      { title: { 'zh-CN': '转动转盘', 'en': 'Spin the wheel' }, icon: '🎡' },
      { title: { 'zh-CN': '领取奖品', 'en': 'Get your prize' }, icon: '🎁' },
    ],
    direction: 'row',
  },
  size: { w: 343, h: 140 },
})
