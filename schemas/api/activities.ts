import { activitySchema, nameSchema, slugSchema } from './management'
import { schema } from '../schema'

export const activityListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['activities'],
  properties: { activities: { type: 'array', items: activitySchema } },
})

/** What of an activity may be changed; what is absent stays. */
export const changedActivitySchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: { name: nameSchema(120), slug: slugSchema },
})
