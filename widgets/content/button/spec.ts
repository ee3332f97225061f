import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { backgroundProp, borderProp, gradientProp, paddingProp, radiusProp, shadowProp, textColourProp } from '../boxProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: { ...wordsSchema, 'title': { zh: '文字', en: 'Text' }, 'x-group': 'content' },
    look: {
      'enum': ['primary', 'accent', 'quiet', 'link'],
      'title': { zh: '外观', en: 'Look' },
      'x-names': [
        { zh: '主按钮', en: 'Primary' },
        { zh: '强调', en: 'Accent' },
        { zh: '次要', en: 'Quiet' },
        { zh: '文字', en: 'Link' },
      ],
      'x-group': 'style',
    },
    wide: { 'type': 'boolean', 'title': { zh: '占满一行', en: 'Full width' }, 'x-group': 'style' },
    colour: textColourProp,
    size: { 'type': 'integer', 'minimum': 10, 'maximum': 60, 'title': { zh: '字号', en: 'Size' }, 'x-unit': 'px', 'x-group': 'style' },
    background: backgroundProp,
    gradient: gradientProp,
    padding: paddingProp,
    radius: radiusProp,
    border: borderProp,
    shadow: shadowProp,
  },
})
export type ButtonProps = Admitted<typeof props>

/** What it does is said by the node's tap actions. */
export const button = defineWidget({
  type: 'button',
  title: { zh: '按钮', en: 'Button' },
  group: 'content',
  icon: 'MousePointerClick',
  props,
  defaults: { text: { 'zh-CN': '立即参与', 'en': 'Join now' }, look: 'primary', wide: false },
  size: { w: 160, h: 44 },
})
