import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { heightProp, layoutProp } from '../layoutProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    place: {
      'enum': ['middle', 'bottom'],
      'title': { zh: '弹出位置', en: 'Place' },
      'x-names': [
        { zh: '居中', en: 'Middle' },
        { zh: '底部', en: 'Bottom' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    layout: layoutProp,
    height: heightProp(80, 2000),
  },
})
export type OverlayProps = Admitted<typeof props>

/** A popup: hidden until an action opens it. */
export const overlay = defineWidget({
  type: 'overlay',
  title: { zh: '弹窗', en: 'Popup' },
  group: 'layout',
  icon: 'PanelBottomOpen',
  props,
  defaults: { title: { 'zh-CN': '弹窗', 'en': 'Popup' }, place: 'bottom', layout: 'flow' },
  contains: { accepts: 'any', layouts: ['flow', 'free'] },
  within: 'page',
  overlay: true,
})
