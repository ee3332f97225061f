import { templateSchema } from './management'
import { schema } from '../schema'

export const templateListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['templates'],
  properties: { templates: { type: 'array', items: templateSchema } },
})

/** What an activity made from the template begins with: its page, its dates, and the kinds of play in its rules. */
export const templateDetailSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['page', 'schedule', 'kinds'],
  properties: {
    page: { type: 'object', additionalProperties: true },
    schedule: { type: 'object', additionalProperties: true },
    kinds: { type: 'array', items: { type: 'string' } },
  },
})
