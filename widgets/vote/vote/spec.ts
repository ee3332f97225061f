import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['layout', 'button'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '按钮文字', en: 'Button' }, 'x-group': 'content' },
    layout: {
      'enum': ['cards', 'list'],
      'title': { zh: '样式', en: 'Look' },
      'x-names': [
        { zh: '卡片', en: 'Cards' },
        { zh: '列表', en: 'List' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
  },
})
export type VoteProps = Admitted<typeof props>

export const voteWidget = defineWidget({
  type: 'vote',
  title: { zh: '投票', en: 'Vote' },
  group: 'game',
  icon: 'Vote',
  shows: 'vote',
  props,
  defaults: {
    title: { 'zh-CN': '为喜欢的作品投票', 'en': 'Vote for your favourites' },
    button: { 'zh-CN': '投票', 'en': 'Vote' },
    layout: 'cards',
  },
  size: { w: 351, h: 560 },
})
