import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { grantSchema } from '../points/grant'

const nothing = schema({ type: 'null', title: { zh: '无', en: 'None' } })
const playItem = schema({ ...idSchema, 'x-control': 'play', 'title': { zh: '玩法', en: 'Play' } })

export const teamSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'capacity', 'canLeave', 'score', 'size', 'full', 'goals'],
  properties: {
    kind: { const: 'team' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    capacity: { type: 'integer', minimum: 2, maximum: 50, title: { zh: '每队人数', en: 'Members a team' } },
    canLeave: {
      type: 'boolean',
      title: { zh: '得分前可以退出', en: 'May leave before scoring' },
      description: { zh: '为战队得过分、或战队已得奖后不能退出', en: 'Not after scoring for the team, nor once the team was rewarded' },
    },
    score: {
      oneOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['by', 'play'],
          title: { zh: '队员赢得的积分', en: 'Points that members gain' },
          properties: {
            by: { const: 'points' },
            play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['by', 'plays', 'each'],
          title: { zh: '队员的互动次数', en: 'What members do' },
          properties: {
            by: { const: 'acts' },
            plays: { type: 'array', minItems: 1, maxItems: 16, items: playItem, title: { zh: '哪些玩法的互动算数', en: 'Acts in these plays count' } },
            each: { type: 'integer', minimum: 1, maximum: 1000, title: { zh: '每次得分', en: 'Score for each' } },
          },
        },
      ],
      // A discriminator admits whatever is no record, null included.
      type: 'object',
      discriminator: { propertyName: 'by' },
      title: { zh: '战队得分来自', en: 'A team scores by' },
      description: { zh: '只计入队之后的', en: 'From joining on' },
    },
    unit: { ...wordsSchema, title: { zh: '分数单位', en: 'Unit of the score' } },
    size: { type: 'integer', minimum: 1, maximum: 100, title: { zh: '战队榜名次', en: 'Places on the board' } },
    full: { oneOf: [grantSchema, nothing], title: { zh: '满员时每位队员得', en: 'Each member gets when the team is full' } },
    goals: {
      type: 'array',
      maxItems: 12,
      title: { zh: '战队目标', en: 'Goals of a team' },
      description: { zh: '达成时在队的每位队员都得', en: 'Each member gets it who is in the team then' },
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['score', 'grant'],
        properties: {
          score: { type: 'integer', minimum: 1, maximum: 1_000_000_000, title: { zh: '得分', en: 'Score' } },
          grant: grantSchema,
        },
      },
    },
  },
})
export type TeamRules = Admitted<typeof teamSchema>
