import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { marginProp, radiusProp, shadowProp } from '../boxProps'

const slide = schema({
  type: 'object',
  additionalProperties: false,
  required: ['src'],
  properties: {
    src: { 'type': 'string', 'maxLength': 2048, 'x-control': 'asset', 'title': { zh: '图片', en: 'Picture' } },
    alt: { ...wordsSchema, title: { zh: '图片说明', en: 'Description' } },
    link: { 'type': 'string', 'maxLength': 2048, 'x-control': 'link', 'title': { zh: '链接', en: 'Link' } },
  },
})

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['slides', 'ratio'],
  properties: {
    title: {
      ...wordsSchema,
      'title': { zh: '名称', en: 'Name' },
      'description': { zh: '读屏软件会读出它', en: 'Read out to those who cannot see it' },
      'x-group': 'content',
    },
    slides: { 'type': 'array', 'minItems': 1, 'maxItems': 12, 'items': slide, 'title': { zh: '图片', en: 'Pictures' }, 'x-group': 'content' },
    ratio: { 'enum': ['2:1', '16:9', '4:3', '1:1', '3:4'], 'title': { zh: '画面比例', en: 'Aspect ratio' }, 'x-group': 'style' },
    peek: {
      'type': 'boolean',
      'title': { zh: '露出下一张', en: 'Show a bit of the next' },
      'x-group': 'style',
    },
    radius: radiusProp,
    margin: marginProp,
    shadow: shadowProp,
  },
})
export type CarouselProps = Admitted<typeof props>

export const carousel = defineWidget({
  type: 'carousel',
  title: { zh: '轮播图', en: 'Carousel' },
  group: 'content',
  icon: 'GalleryHorizontal',
  props,
  defaults: {
    title: { 'zh-CN': '图片', 'en': 'Pictures' },
    slides: [{ src: '' }, { src: '' }, { src: '' }],
    ratio: '16:9',
    peek: true,
  },
  size: { w: 343, h: 180 },
})
