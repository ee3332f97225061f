import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'

export const pointsSchema = schema({
  type: 'object', additionalProperties: false, required: ['kind', 'title', 'multipliers'],
  properties: {
    kind: { const: 'points' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    unit: { ...wordsSchema, title: { zh: '单位', en: 'Unit' }, description: { zh: '例如「积分」「福气值」', en: 'For example “points” or “stars”' } },
    multipliers: {
      type: 'array', maxItems: 16, title: { zh: '阶段加倍', en: 'Multipliers by phase' },
      items: {
        type: 'object', additionalProperties: false, required: ['phase', 'times'],
        properties: {
          phase: { ...idSchema, 'title': { zh: '阶段', en: 'Phase' }, 'x-control': 'phase' },
          times: { 'type': 'integer', 'minimum': 1, 'maximum': 10, 'title': { zh: '倍数', en: 'Times' }, 'x-unit': '×' },
        },
      },
    },
    budget: {
      type: 'integer', minimum: 0, maximum: 1_000_000_000_000, title: { zh: '发放总预算', en: 'Total budget' },
      description: { zh: '发完为止;留空则不限', en: 'Nothing more is given once it is used up; empty: no limit' },
    },
  },
})
export type PointsRules = Admitted<typeof pointsSchema>
