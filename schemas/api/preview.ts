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

/** Bytes as they are sent: the page with its style and script, compressed; pictures are requests of their own. */
export const weightSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['bytes'],
  properties: { bytes: { type: 'integer', minimum: 0 } },
})
