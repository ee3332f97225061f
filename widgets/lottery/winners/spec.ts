import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'empty', 'rowMs'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    empty: { ...wordsSchema, 'title': { zh: '还没有人中奖时的文字', en: 'Words when nobody has won' }, 'x-group': 'content' },
    rowMs: {
      'type': 'integer',
      'minimum': 800,
      'maximum': 6000,
      'multipleOf': 100,
      'title': { zh: '每行停留', en: 'Time a row' },
      'x-unit': 'ms',
      'x-control': 'slider',
      'x-group': 'behaviour',
    },
  },
})
export type WinnersProps = Admitted<typeof props>

export const lotteryWinners = defineWidget({
  type: 'lottery-winners',
  title: { zh: '中奖名单', en: 'Winners' },
  group: 'result',
  icon: 'PartyPopper',
  shows: 'lottery',
  props,
  defaults: {
    title: { 'zh-CN': '中奖名单', 'en': 'Winners' },
    empty: { 'zh-CN': '第一位幸运儿会是你吗？', 'en': 'Will you be the first winner?' },
    rowMs: 1600,
  },
  size: { w: 351, h: 190 },
})
