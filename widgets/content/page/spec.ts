import { schema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  properties: {
    image: { 'type': 'string', 'maxLength': 300, 'x-control': 'asset', 'title': { zh: '背景图', en: 'Background picture' }, 'x-group': 'style' },
    layout: {
      'enum': ['flow', 'free'],
      'title': { zh: '排列方式', en: 'Layout' },
      'x-names': [
        { zh: '依次排列', en: 'Flow' },
        { zh: '自由摆放', en: 'Free' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    height: {
      'type': 'integer',
      'minimum': 200,
      'maximum': 20_000,
      'title': { zh: '高度', en: 'Height' },
      'x-show-if': { prop: 'layout', is: 'free' },
      'x-unit': 'px',
      'x-group': 'style',
    },
  },
})
export type PageProps = Admitted<typeof props>

/** The root of every page. It cannot be added or removed. */
export const page = defineWidget({
  type: 'page',
  title: { zh: '页面', en: 'Page' },
  group: 'layout',
  icon: 'Smartphone',
  props,
  defaults: { layout: 'flow' },
  contains: { accepts: 'any', layouts: ['flow', 'free'] },
})
