import { schema } from '../schema'

/** `PATCH …/awards/:award`. States only lead forward: held, claiming, fulfilling, then one of the three ends. */
export const awardMoveSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['state'],
  properties: {
    state: { enum: ['held', 'claiming', 'fulfilling', 'fulfilled', 'forfeited', 'revoked'] },
    reason: { type: 'string', maxLength: 500 },
  },
})

/** `state`: where the award is now. */
export const awardMovedSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'state'],
  properties: { id: { type: 'string' }, state: awardMoveSchema.properties.state },
})
