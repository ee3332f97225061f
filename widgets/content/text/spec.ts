import { richSchema } from '../../../schemas/richSchema'
import { cssValuePattern, schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { backgroundProp, borderProp, gradientProp, marginProp, paddingProp, radiusProp, shadowProp } from '../boxProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: { ...wordsSchema, 'x-control': 'longtext', 'title': { zh: '文字', en: 'Text' }, 'x-group': 'content' },
    rich: { ...richSchema, 'x-control': 'richtext', 'title': { zh: '文字格式', en: 'Formatting' }, 'x-group': 'content' },
    level: {
      'enum': ['body', 'small', 'heading', 'display'],
      'title': { zh: '级别', en: 'Level' },
      'x-names': [
        { zh: '正文', en: 'Body' },
        { zh: '小字', en: 'Small' },
        { zh: '标题', en: 'Heading' },
        { zh: '大标题', en: 'Display' },
      ],
      'x-group': 'style',
    },
    align: {
      'enum': ['left', 'center', 'right'],
      'title': { zh: '对齐', en: 'Align' },
      'x-names': [
        { zh: '左', en: 'Left' },
        { zh: '中', en: 'Centre' },
        { zh: '右', en: 'Right' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    colour: {
      'type': 'string',
      'maxLength': 200,
      'pattern': cssValuePattern,
      'x-control': 'colour',
      'title': { zh: '颜色', en: 'Colour' },
      'x-group': 'style',
    },
    size: { 'type': 'integer', 'minimum': 10, 'maximum': 120, 'title': { zh: '字号', en: 'Size' }, 'x-unit': 'px', 'x-group': 'style' },
    lineHeight: { 'type': 'number', 'minimum': 0.8, 'maximum': 4, 'multipleOf': 0.1, 'title': { zh: '行高', en: 'Line height' }, 'x-group': 'style' },
    spacing: {
      'type': 'number',
      'minimum': -5,
      'maximum': 40,
      'multipleOf': 0.5,
      'title': { zh: '字距', en: 'Letter spacing' },
      'x-unit': 'px',
      'x-group': 'style',
    },
    background: backgroundProp,
    gradient: gradientProp,
    padding: paddingProp,
    margin: marginProp,
    radius: radiusProp,
    border: borderProp,
    shadow: shadowProp,
  },
})
export type TextProps = Admitted<typeof props>

export const text = defineWidget({
  type: 'text',
  title: { zh: '文字', en: 'Text' },
  group: 'content',
  icon: 'Type',
  props,
  defaults: { text: { 'zh-CN': '双击编辑文字', 'en': 'Edit this text' }, level: 'body', align: 'left' },
  size: { w: 240, h: 32 },
})
