import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { focusProp } from '../focus'
import { borderProp, marginProp, radiusProp, shadowProp } from '../boxProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['src'],
  properties: {
    src: { 'type': 'string', 'maxLength': 2048, 'x-control': 'asset', 'title': { zh: '图片', en: 'Picture' }, 'x-group': 'content' },
    alt: {
      ...wordsSchema,
      'title': { zh: '图片说明', en: 'Description' },
      'description': { zh: '读屏软件会读出它；纯装饰图留空', en: 'Read out to those who cannot see it; leave empty for decoration' },
      'x-group': 'content',
    },
    focus: focusProp('src'),
    width: { 'type': 'integer', 'minimum': 1, 'maximum': 10_000, 'title': { zh: '原图宽', en: 'Natural width' }, 'x-unit': 'px', 'x-group': 'style' },
    height: { 'type': 'integer', 'minimum': 1, 'maximum': 10_000, 'title': { zh: '原图高', en: 'Natural height' }, 'x-unit': 'px', 'x-group': 'style' },
    rounded: { 'type': 'boolean', 'title': { zh: '主题圆角', en: 'Theme’s corners' }, 'x-group': 'style' },
    inset: { 'type': 'boolean', 'title': { zh: '两侧留白', en: 'Margins' }, 'x-group': 'style' },
    radius: radiusProp,
    margin: marginProp,
    border: borderProp,
    shadow: shadowProp,
  },
})
export type ImageProps = Admitted<typeof props>

export const image = defineWidget({
  type: 'image',
  title: { zh: '图片', en: 'Picture' },
  group: 'content',
  icon: 'Image',
  props,
  defaults: { src: '', width: 750, height: 420, inset: true, rounded: true },
  size: { w: 240, h: 135 },
})
