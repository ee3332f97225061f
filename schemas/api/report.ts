import { schema, wordsSchema, type Admitted } from '../schema'
import { awardSchema } from './visitor'

/** Counts that every line of a report has. `uv`, `participants` and the like count each visitor once, so days do not add up to totals. */
const counts = {
  pv: { type: 'integer' },
  uv: { type: 'integer' },
  participants: { type: 'integer' },
  acts: { type: 'integer' },
  draws: { type: 'integer' },
  drawers: { type: 'integer' },
  wins: { type: 'integer' },
  winners: { type: 'integer' },
  checkIns: { type: 'integer' },
  shares: { type: 'integer' },
  sharers: { type: 'integer' },
} as const
const countNames = ['pv', 'uv', 'participants', 'acts', 'draws', 'drawers', 'wins', 'winners', 'checkIns', 'shares', 'sharers'] as const

/** A ratio with what it was made of; `value` null where nothing could happen. */
const ratio = {
  type: 'object',
  additionalProperties: false,
  required: ['value', 'of', 'n'],
  properties: { value: { type: ['number', 'null'] }, of: { type: 'integer' }, n: { type: 'integer' } },
} as const

/** `GET …/report`: live visitors only; rehearsals never count. */
export const reportSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['at', 'totals', 'participation', 'winRate', 'shareRate', 'days', 'exposures', 'plays', 'prizes'],
  properties: {
    at: { type: 'integer' },
    totals: { type: 'object', additionalProperties: false, required: countNames, properties: counts },
    /** participants ÷ uv */
    participation: ratio,
    /** draws with a prize ÷ draws */
    winRate: ratio,
    /** sharers ÷ participants */
    shareRate: ratio,
    days: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['day', ...countNames], properties: { day: { type: 'string' }, ...counts } },
    },
    /** Visitors who had at least half of a widget in sight for a second, and how often that happened. */
    exposures: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['node', 'visitors', 'times', 'clickers'],
        properties: { node: { type: 'string' }, visitors: { type: 'integer' }, times: { type: 'integer' }, clickers: { type: 'integer' } },
      },
    },
    plays: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['play', 'kind', 'acts', 'participants'],
        properties: { play: { type: 'string' }, kind: { type: 'string' }, acts: { type: 'integer' }, participants: { type: 'integer' } },
      },
    },
    /** `burn`: awarded ÷ stock; null without limit. */
    prizes: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['prize', 'title', 'awarded', 'stock', 'burn'],
        properties: {
          prize: { type: 'string' },
          title: wordsSchema,
          awarded: { type: 'integer' },
          stock: { type: ['integer', 'null'] },
          burn: { type: ['number', 'null'] },
        },
      },
    },
  },
})
export type Report = Admitted<typeof reportSchema>

export const ownedAwardSchema = schema({
  ...awardSchema,
  required: [...awardSchema.required, 'visitor', 'seq', 'source'],
  properties: { ...awardSchema.properties, visitor: { type: 'string' }, seq: { type: 'integer' }, source: { type: 'string' } },
})

export type OwnedAward = Admitted<typeof ownedAwardSchema>

/** `GET …/awards`, newest first. `next`: pass it as `before` for the page after; null on the last. */
export const awardsPageSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['awards', 'next'],
  properties: { awards: { type: 'array', items: ownedAwardSchema }, next: { type: ['integer', 'null'] } },
})
export type AwardsPage = Admitted<typeof awardsPageSchema>
