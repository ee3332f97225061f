import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['entries'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    entries: {
      'type': 'integer',
      'minimum': 0,
      'maximum': 20,
      'title': { zh: '明细条数', en: 'Entries shown' },
      'description': { zh: '0 为不显示明细', en: '0 shows none' },
      'x-group': 'behaviour',
    },
  },
})
export type PointsBalanceProps = Admitted<typeof props>

export const pointsBalance = defineWidget({
  type: 'points-balance',
  title: { zh: '我的积分', en: 'My points' },
  group: 'result',
  icon: 'Coins',
  shows: 'points',
  props,
  defaults: { title: { 'zh-CN': '我的积分', 'en': 'My points' }, entries: 5 },
  size: { w: 343, h: 112 },
})
