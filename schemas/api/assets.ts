import { assetSchema } from './management'
import { schema } from '../schema'

export const assetListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['assets'],
  properties: { assets: { type: 'array', items: assetSchema } },
})
