import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const entry = schema({
  type: 'object',
  additionalProperties: false,
  required: ['question', 'answer'],
  properties: {
    question: { ...wordsSchema, title: { zh: '问题', en: 'Question' } },
    answer: { ...wordsSchema, 'x-control': 'longtext', 'title': { zh: '回答', en: 'Answer' } },
  },
})

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['entries'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    entries: { 'type': 'array', 'minItems': 1, 'maxItems': 30, 'items': entry, 'title': { zh: '问答', en: 'Questions' }, 'x-group': 'content' },
    openFirst: { 'type': 'boolean', 'title': { zh: '展开第一条', en: 'First one open' }, 'x-group': 'behaviour' },
  },
})
export type FaqProps = Admitted<typeof props>

export const faq = defineWidget({
  type: 'faq',
  title: { zh: '常见问题', en: 'Questions' },
  group: 'content',
  icon: 'MessageCircleQuestionMark',
  props,
  defaults: {
    title: { 'zh-CN': '常见问题', 'en': 'Questions and answers' },
    entries: [
      {
        question: { 'zh-CN': '奖品什么时候发放？', 'en': 'When are prizes sent?' },
        answer: { 'zh-CN': '活动结束后 7 个工作日内。', 'en': 'Within seven working days of the end.' },
      },
      {
        question: { 'zh-CN': '抽奖次数什么时候更新？', 'en': 'When do I get new chances?' },
        answer: { 'zh-CN': '每天零点。', 'en': 'At midnight, every day.' },
      },
    ],
    openFirst: true,
  },
  size: { w: 343, h: 180 },
})
