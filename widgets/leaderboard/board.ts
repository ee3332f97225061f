import { idSchema, schema, wordsSchema, instantSchema, type Admitted } from '../../schemas/schema'

export const leaderboardSchema = schema({
  type: 'object', additionalProperties: false, required: ['kind', 'title', 'feed', 'size', 'tie', 'freezeAt'],
  properties: {
    kind: { const: 'leaderboard' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    feed: {
      oneOf: [
        {
          type: 'object', additionalProperties: false, required: ['by', 'play'], title: { zh: '积分', en: 'Points gained' },
          properties: { by: { const: 'points' }, play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' } },
        },
        { type: 'object', additionalProperties: false, required: ['by'], title: { zh: '后台上报', en: 'Your own server' }, properties: { by: { const: 'backend' } } },
      ],
      discriminator: { propertyName: 'by' },
      title: { zh: '分数来源', en: 'Scores come from' },
    },
    size: { type: 'integer', minimum: 1, maximum: 100, title: { zh: '上榜人数', en: 'Places shown' } },
    tie: { 'enum': ['earlier-first'], 'x-names': [{ zh: '先达到者在前', en: 'Who reached it first' }], 'title': { zh: '同分时', en: 'On equal scores' } },
    freezeAt: { oneOf: [instantSchema, { type: 'null' }], title: { zh: '锁榜时间', en: 'Freezes at' }, description: { zh: '此后成绩不再变化', en: 'Scores no longer change from then on' } },
    unit: { ...wordsSchema, title: { zh: '单位', en: 'Unit' } },
  },
})
export type LeaderboardRules = Admitted<typeof leaderboardSchema>

/** Whether scores no longer change at `at` (epoch ms). */
export function isFrozen({ freezeAt }: LeaderboardRules, at: number): boolean {
  return freezeAt !== null && at >= Date.parse(freezeAt)
}
