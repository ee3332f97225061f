import { schema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'
import { heightProp, layoutProp } from '../layoutProps'

const props = schema({
  type: 'object',
  additionalProperties: false,
  properties: {
    image: { 'type': 'string', 'maxLength': 300, 'x-control': 'asset', 'title': { zh: '背景图', en: 'Background picture' }, 'x-group': 'style' },
    layout: layoutProp,
    height: heightProp(200, 20_000),
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
