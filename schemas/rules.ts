import { idSchema, instantSchema, schema, wordsSchema, type Admitted } from './schema'
import { segmentSchema, type Segment } from './segment'

export const rulesFormat = 1

export const phaseKinds = ['preheat', 'start', 'peak', 'closing', 'custom'] as const

/** A named stretch of the activity (预热, 启动, 高潮, 收尾), half-open: `startsAt` belongs to it, `endsAt` does not. */
export const phaseSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'kind', 'title', 'startsAt', 'endsAt'],
  properties: { id: idSchema, kind: { enum: phaseKinds }, title: wordsSchema, startsAt: instantSchema, endsAt: instantSchema },
})
export type Phase = Admitted<typeof phaseSchema>

/** Plays run inside [startsAt, endsAt); phases may reach beyond both ends (preheat before, closing after). */
export const scheduleSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['timeZone', 'dayCutoffHour', 'startsAt', 'endsAt', 'phases'],
  properties: {
    timeZone: { type: 'string', maxLength: 64, title: { zh: '时区', en: 'Time zone' } },
    dayCutoffHour: { type: 'integer', minimum: 0, maximum: 23, title: { zh: '每日切换（时）', en: 'Day starts at (hour)' } },
    startsAt: instantSchema,
    endsAt: instantSchema,
    phases: { type: 'array', maxItems: 32, items: phaseSchema },
  },
})
export type Schedule = Admitted<typeof scheduleSchema>

export const prizeTypes = ['physical', 'coupon', 'code', 'points', 'badge', 'virtual'] as const

/** Something that an activity gives away. `stock` null: without limit. Money in minor units of the currency. */
export const prizeSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['title', 'type', 'stock'],
  properties: {
    title: wordsSchema,
    tier: { ...wordsSchema, title: { zh: '奖级', en: 'Tier' } },
    type: {
      'enum': prizeTypes,
      'title': { zh: '类型', en: 'Type' },
      'x-names': [
        { zh: '实物', en: 'Goods' },
        { zh: '优惠券', en: 'Coupon' },
        { zh: '券码', en: 'Code' },
        { zh: '积分', en: 'Points' },
        { zh: '徽章', en: 'Badge' },
        { zh: '虚拟', en: 'Virtual' },
      ],
    },
    icon: { 'type': 'string', 'maxLength': 16, 'title': { zh: '图标', en: 'Icon' }, 'x-control': 'icon' },
    image: { 'type': 'string', 'maxLength': 300, 'x-control': 'asset' },
    stock: { oneOf: [{ type: 'integer', minimum: 0, maximum: 1_000_000_000 }, { type: 'null' }], title: { zh: '库存', en: 'Stock' } },
    faceValue: { type: 'integer', minimum: 0, title: { zh: '面值（分）', en: 'Face value (minor units)' } },
    unitCost: { type: 'integer', minimum: 0, title: { zh: '成本（分）', en: 'Unit cost (minor units)' } },
    terms: { ...wordsSchema, title: { zh: '使用说明', en: 'Terms' } },
    /** For `type: code`: the pool of codes that it hands out. */
    codePool: { ...idSchema, title: { zh: '券码池', en: 'Pool of codes' } },
  },
})
export type Prize = Admitted<typeof prizeSchema>

/** What every play's rules share. The rest of the record belongs to the play's kind. */
export interface PlayRules {
  readonly kind: string
  readonly title: import('./words').Words
  /** Open only in these phases; absent: from the activity's start to its end. */
  readonly phases?: readonly string[]
}

export const rulesSchema = schema({
  $id: 'https://festoon.dev/schemas/rules.json',
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: true,
  required: ['format', 'schedule', 'plays', 'prizes'],
  properties: {
    format: { const: rulesFormat },
    schedule: scheduleSchema,
    prizes: { type: 'object', maxProperties: 500, propertyNames: idSchema, additionalProperties: prizeSchema },
    segments: { type: 'object', maxProperties: 100, propertyNames: idSchema, additionalProperties: segmentSchema },
    plays: {
      type: 'object',
      maxProperties: 100,
      propertyNames: idSchema,
      additionalProperties: {
        type: 'object',
        additionalProperties: true,
        required: ['kind', 'title'],
        properties: { kind: { type: 'string' }, title: wordsSchema, phases: { type: 'array', items: idSchema } },
      },
    },
  },
})

/** A rules document: what the server decides by. A visitor gets a public view of it. */
export interface RulesDocument {
  readonly format: number
  readonly schedule: Schedule
  readonly prizes: { readonly [id: string]: Prize }
  readonly segments?: { readonly [id: string]: Segment }
  readonly plays: { readonly [id: string]: PlayRules }
}
