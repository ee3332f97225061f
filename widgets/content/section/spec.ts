import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { backgroundProp, borderProp, gradientProp, marginProp, paddingProp, radiusProp, shadowProp } from '../boxProps'
import { focusProp } from '../focus'
import { heightProp, layoutProp } from '../layoutProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['layout', 'look'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    layout: layoutProp,
    look: {
      'enum': ['plain', 'card'],
      'title': { zh: '外观', en: 'Look' },
      'x-names': [
        { zh: '无底', en: 'Plain' },
        { zh: '卡片', en: 'Card' },
      ],
      'x-control': 'segmented',
      'x-group': 'style',
    },
    height: heightProp(20, 4000),
    background: backgroundProp,
    gradient: gradientProp,
    image: { 'type': 'string', 'maxLength': 300, 'x-control': 'asset', 'title': { zh: '背景图', en: 'Background picture' }, 'x-group': 'style' },
    focus: focusProp('image'),
    padding: paddingProp,
    margin: marginProp,
    radius: radiusProp,
    border: borderProp,
    shadow: shadowProp,
  },
})
export type SectionProps = Admitted<typeof props>

export const section = defineWidget({
  type: 'section',
  title: { zh: '区块', en: 'Section' },
  group: 'layout',
  icon: 'LayoutPanelTop',
  props,
  defaults: { layout: 'flow', look: 'plain', height: 240 },
  contains: { accepts: 'any', layouts: ['flow', 'free'] },
  size: { w: 343, h: 240 },
})
