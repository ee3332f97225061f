import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { soldOutProp } from '../soldOutProp'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['worth', 'button', 'soldOut'],
  properties: {
    worth: { ...wordsSchema, 'title': { zh: '面值', en: 'What it is worth' }, 'x-group': 'content' },
    terms: { ...wordsSchema, 'title': { zh: '使用条件', en: 'Terms' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '按钮文字', en: 'Button' }, 'x-group': 'content' },
    soldOut: soldOutProp,
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
    soldOut: { 'zh-CN': '已抢光', 'en': 'Gone' },
  },
  size: { w: 351, h: 140 },
  // Pages saved before the words were theirs to choose go on saying what the widget said.
  migrations: [{ name: 'own-sold-out', up: (props) => ({ soldOut: { 'zh-CN': '已抢光', 'en': 'Gone' }, ...props }) }],
})
