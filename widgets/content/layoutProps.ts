import { schema } from '../../schemas/schema'

/** How a container arranges what stands in it. */
export const layoutProp = schema({
  'enum': ['flow', 'free'],
  'title': { zh: '排列方式', en: 'Layout' },
  'x-names': [
    { zh: '依次排列', en: 'Flow' },
    { zh: '自由摆放', en: 'Free' },
  ],
  'x-control': 'segmented',
  'x-group': 'style',
})

/** A container's height, which only free placement needs. Bounds in px. */
export function heightProp(minimum: number, maximum: number) {
  return schema({
    'type': 'integer',
    minimum,
    maximum,
    'title': { zh: '高度', en: 'Height' },
    'x-show-if': { prop: 'layout', is: 'free' },
    'x-unit': 'px',
    'x-group': 'style',
  })
}
