import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['button'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    intro: { ...wordsSchema, 'title': { zh: '说明', en: 'Introduction' }, 'x-group': 'content' },
    button: { ...wordsSchema, 'title': { zh: '按钮文字', en: 'Button' }, 'x-group': 'content' },
    thanks: { ...wordsSchema, 'title': { zh: '提交后的话', en: 'Words of thanks' }, 'x-group': 'content' },
  },
})
export type FormProps = Admitted<typeof props>

export const formWidget = defineWidget({
  type: 'form',
  title: { zh: '表单', en: 'Form' },
  group: 'game',
  icon: 'ClipboardList',
  shows: 'form',
  props,
  defaults: {
    title: { 'zh-CN': '立即报名', 'en': 'Sign up' },
    button: { 'zh-CN': '提交', 'en': 'Submit' },
    thanks: { 'zh-CN': '提交成功，感谢参与', 'en': 'Thank you. We have received it.' },
  },
  size: { w: 343, h: 420 },
})
