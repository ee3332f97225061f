import { schema } from '../schema'

/** `revision`: what the next save has to name in `If-Match`. */
export const savedDraftSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['revision'],
  properties: { revision: { type: 'string' } },
})
