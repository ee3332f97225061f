import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['worth', 'button'],
  properties: {
    worth: { ...wordsSchema, 'title': { zh: '面值', en: 'What it is worth' }, 'x-group': 'content' },
    terms: { ...wordsSchema, 'title': { zh: '使用条件', en: 'Terms' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '按钮文字', en: 'Button' }, 'x-group': 'content' },
  },
})
export type TicketProps = Admitted<typeof props>

export const lotteryTicket = defineWidget({
  type: 'lottery-ticket',
  title: { zh: '抢券', en: 'Ticket' },
  group: 'game',
  icon: 'Ticket',
  shows: 'lottery',
  props,
  defaults: {
    worth: { 'zh-CN': '¥20', 'en': '¥20' },
    terms: { 'zh-CN': '满 99 元可用', 'en': 'For orders from ¥99' },
    button: { 'zh-CN': '立即抢', 'en': 'Grab' },
  },
  size: { w: 351, h: 140 },
})
