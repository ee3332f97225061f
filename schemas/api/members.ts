import { memberSchema, nameSchema, roles } from './management'
import { schema } from '../schema'

export const memberListSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['members'],
  properties: { members: { type: 'array', items: memberSchema } },
})

/** What of a member may be changed; what is absent stays. */
export const changedMemberSchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: { name: nameSchema(80), role: { enum: roles }, password: { type: 'string', minLength: 12, maxLength: 128 } },
})
