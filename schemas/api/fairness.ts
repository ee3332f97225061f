import { schema, type Admitted } from '../schema'

const text = { type: 'string' } as const
const time = { type: ['integer', 'null'] } as const

/** `GET /a/:slug/fairness`: what everybody needs to work a draw out again. */
export const fairnessSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['activity', 'release', 'rulesVersion', 'epochs', 'method'],
  properties: {
    activity: text,
    /** The release and the rules that are in force. Each receipt names those that it was decided under. */
    release: text,
    rulesVersion: text,
    epochs: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['epoch', 'commitment', 'openedAt', 'closedAt', 'seed'],
        properties: { epoch: { type: 'integer' }, commitment: text, openedAt: { type: 'integer' }, closedAt: time, seed: { type: ['string', 'null'] } },
      },
    },
    method: {
      type: 'object',
      additionalProperties: false,
      required: ['commitment', 'random', 'numbers', 'rulesVersion', 'summary'],
      properties: {
        commitment: text,
        random: text,
        numbers: text,
        rulesVersion: text,
        summary: { type: 'object', additionalProperties: false, required: ['zh-CN', 'en'], properties: { 'zh-CN': text, 'en': text } },
      },
    },
  },
})
export type Fairness = Admitted<typeof fairnessSchema>
