import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    hint: { ...wordsSchema, 'title': { zh: '未上榜时的提示', en: 'Hint to those not on the board' }, 'x-group': 'content' },
    rows: {
      'type': 'integer',
      'minimum': 3,
      'maximum': 100,
      'title': { zh: '显示名次', en: 'Places drawn' },
      'description': { zh: '不超过规则里的上榜人数', en: 'At most as many as the rules show' },
      'x-group': 'content',
    },
  },
})
export type LeaderboardProps = Admitted<typeof props>

export const leaderboardWidget = defineWidget({
  type: 'leaderboard',
  title: { zh: '排行榜', en: 'Leaderboard' },
  group: 'result',
  icon: 'Trophy',
  shows: 'leaderboard',
  props,
  defaults: {
    title: { 'zh-CN': '排行榜', 'en': 'Leaderboard' },
    hint: { 'zh-CN': '参与活动赢得分数，马上上榜', 'en': 'Take part to get on the board' },
    rows: 10,
  },
  size: { w: 343, h: 560 },
})
