import { schema, wordsSchema, type Admitted } from '../../../schemas/schema'
import { defineWidget } from '../../../schemas/widget'

const props = schema({
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    title: { ...wordsSchema, 'title': { zh: '标题', en: 'Title' }, 'x-group': 'content' },
    rows: { 'type': 'integer', 'minimum': 3, 'maximum': 100, 'title': { zh: '显示名次', en: 'Places drawn' }, 'x-group': 'content' },
  },
})
export type VoteRankingProps = Admitted<typeof props>

export const voteRanking = defineWidget({
  type: 'vote-ranking',
  title: { zh: '投票排名', en: 'Vote ranking' },
  group: 'result',
  icon: 'ChartBar',
  shows: 'vote',
  props,
  defaults: { title: { 'zh-CN': '人气排名', 'en': 'Who is ahead' }, rows: 10 },
  size: { w: 351, h: 420 },
})
