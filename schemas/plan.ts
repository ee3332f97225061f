import { idSchema, schema, wordsSchema, type Admitted } from './schema'

export const planFormat = 1

const note = { type: 'string', maxLength: 4000 } as const
const name = { type: 'string', maxLength: 200 } as const

export const goalTypes = ['acquire', 'activate', 'retain', 'convert', 'brand'] as const

/** A plan document: what the team means to reach and how. Only the team reads it. Money in minor units. */
export const planSchema = schema({
  $id: 'https://festoon.dev/schemas/plan.json',
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: true,
  required: ['format'],
  properties: {
    format: { const: planFormat },
    goal: {
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      properties: {
        type: {
          'enum': goalTypes,
          'x-names': [
            { zh: '拉新', en: 'Acquire' },
            { zh: '促活', en: 'Activate' },
            { zh: '留存', en: 'Retain' },
            { zh: '转化', en: 'Convert' },
            { zh: '品牌', en: 'Brand' },
          ],
        },
        text: wordsSchema,
      },
    },
    background: note,
    audience: note,
    kpis: {
      type: 'array',
      maxItems: 64,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['metric', 'target'],
        properties: { metric: name, baseline: { type: 'number' }, target: { type: 'number' }, note },
      },
    },
    channels: {
      type: 'array',
      maxItems: 64,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'name'],
        properties: { code: idSchema, name, expectedUv: { type: 'integer', minimum: 0 }, cost: { type: 'integer', minimum: 0 }, note },
      },
    },
    budget: {
      type: 'array',
      maxItems: 64,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'planned'],
        properties: { kind: { enum: ['prize', 'promo', 'tech', 'staff', 'other'] }, title: name, planned: { type: 'integer', minimum: 0 } },
      },
    },
    tasks: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title'],
        properties: { title: name, phase: idSchema, owner: name, dueAt: { type: 'string', format: 'date-time' }, done: { type: 'boolean' } },
      },
    },
    risks: {
      type: 'array',
      maxItems: 100,
      items: { type: 'object', additionalProperties: false, required: ['title'], properties: { title: name, trigger: name, response: note } },
    },
  },
})
export type PlanDocument = Admitted<typeof planSchema>
