import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'empty', 'showTerms'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    empty: { ...wordsSchema, 'title': { zh: '没有奖品时的文字', en: 'Words when empty' }, 'x-group': 'content' },
    showTerms: { 'type': 'boolean', 'title': { zh: '显示使用说明', en: 'Show terms' }, 'x-group': 'content' },
  },
})
export type PrizesProps = Admitted<typeof props>

export const lotteryPrizes = defineWidget({
  type: 'lottery-prizes',
  title: { zh: '我的奖品', en: 'My prizes' },
  group: 'result',
  icon: 'Gift',
  shows: 'lottery',
  props,
  defaults: {
    title: { 'zh-CN': '我的奖品', 'en': 'My prizes' },
    empty: { 'zh-CN': '还没有奖品，快去试试手气吧', 'en': 'No prizes yet. Try your luck!' },
    showTerms: true,
  },
  size: { w: 351, h: 260 },
})
