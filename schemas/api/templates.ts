import { templateSchema } from './management'
import { schema } from '../schema'

export const templateListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['templates'],
  properties: { templates: { type: 'array', items: templateSchema } },
})
