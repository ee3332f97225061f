import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['items'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    items: {
      'type': 'array',
      'maxItems': 60,
      'items': { ...wordsSchema, 'x-control': 'longtext' },
      'title': { zh: '条目', en: 'Items' },
      'x-group': 'content',
    },
    showTimes: {
      'type': 'boolean',
      'title': { zh: '显示活动时间', en: 'Show the dates' },
      'description': { zh: '自动取自规则里的日程', en: 'Taken from the schedule in the rules' },
      'x-group': 'content',
    },
  },
})
export type RulesTextProps = Admitted<typeof props>

export const rulesText = defineWidget({
  type: 'rules-text',
  title: { zh: '活动规则', en: 'Rules' },
  group: 'content',
  icon: 'ScrollText',
  props,
  defaults: {
    title: { 'zh-CN': '活动规则', 'en': 'Rules' },
    items: [
      { 'zh-CN': '每位用户每天可参与一次。', 'en': 'Everyone may take part once a day.' },
      { 'zh-CN': '奖品数量有限，发完为止。', 'en': 'Prizes are limited and given while stock lasts.' },
    ],
    showTimes: true,
  },
  size: { w: 343, h: 200 },
})
