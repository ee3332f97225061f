import { schema } from '../schema'

export const healthSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['status'],
  properties: { status: { const: 'ok' } },
})
