import { activitySchema, slugSchema } from './management'
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
  properties: { name: { type: 'string', minLength: 1, maxLength: 120 }, slug: slugSchema },
})
