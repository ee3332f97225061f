import { schema } from '../schema'

/** `POST …/preview`: how long the link lives. */
export const newPreviewSchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: { hours: { type: 'integer', minimum: 1, maximum: 168 } },
})

export const previewSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['url', 'expiresAt'],
  properties: { url: { type: 'string' }, expiresAt: { type: 'integer' } },
})
