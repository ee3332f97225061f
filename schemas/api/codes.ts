import { schema, type Admitted } from '../schema'

/** A pool of coupon codes. `assigned` counts live awards; rehearsals spend none. */
export const codePoolSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['pool', 'total', 'free', 'assigned'],
  properties: { pool: { type: 'string' }, total: { type: 'integer' }, free: { type: 'integer' }, assigned: { type: 'integer' } },
})

/** `GET …/codes`. */
export const codePoolsSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['pools'],
  properties: { pools: { type: 'array', items: codePoolSchema } },
})
export type CodePools = Admitted<typeof codePoolsSchema>

/** `POST …/codes/:pool`. `duplicates`: those that the pool held already, or that came more than once. */
export const codesAddedSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['added', 'duplicates', 'pool'],
  properties: { added: { type: 'integer' }, duplicates: { type: 'integer' }, pool: codePoolSchema },
})
export type CodesAdded = Admitted<typeof codesAddedSchema>
