import { schema } from '../schema'

/** `revision`: what the next save has to name in `If-Match`. */
export const savedDraftSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['revision'],
  properties: { revision: { type: 'string' } },
})

/** Places of a document, as keys of records from the document down, and what stands there from now on; without `is` a place is taken away. Lists change as a whole. */
export const editsSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['edits'],
  properties: {
    edits: {
      type: 'array',
      minItems: 1,
      maxItems: 50_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['at'],
        properties: {
          at: { type: 'array', minItems: 1, maxItems: 64, items: { type: 'string' } },
          is: {},
        },
      },
    },
  },
})
