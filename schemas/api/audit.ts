import { schema, type Admitted } from '../schema'

const text = { type: 'string' } as const
const hash = { type: ['string', 'null'] } as const

/** One write of a member. `before` and `after` are hashes of what was there; null: nothing. */
export const auditRowSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['seq', 'at', 'actor', 'action', 'target', 'before', 'after', 'reason', 'source', 'request', 'previous', 'hash'],
  properties: {
    seq: { type: 'integer' },
    at: { type: 'integer' },
    actor: text,
    action: text,
    target: text,
    before: hash,
    after: hash,
    reason: text,
    source: text,
    request: text,
    previous: text,
    hash: text,
  },
})
export type AuditRow = Admitted<typeof auditRowSchema>

/** Newest first. `next`: the `before` of the page after this one; null: this is the last. */
export const auditPageSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'next'],
  properties: { rows: { type: 'array', items: auditRowSchema }, next: { type: ['integer', 'null'] } },
})

export const auditVerdictSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['rows', 'brokenAt'],
  properties: { rows: { type: 'integer' }, brokenAt: { type: ['integer', 'null'] } },
})
