import { schema, type Admitted } from '../schema'

/** `PUT …/webhook`: where notices go, and what they are signed with. */
export const webhookSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['url', 'secret'],
  properties: {
    url: { type: 'string', format: 'uri', pattern: '^https?://', maxLength: 2000 },
    secret: { type: 'string', minLength: 32, maxLength: 200 },
  },
})

/** How it stands with an activity's webhook. `sent`: the journal's row up to which everything was taken; `waiting`: rows after it. */
export const webhookStateSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['url', 'sent', 'waiting', 'takenAt', 'failures', 'lastError', 'retryAt'],
  properties: {
    url: { type: 'string' },
    sent: { type: 'integer' },
    waiting: { type: 'integer' },
    /** Epoch ms of the last notices that were taken; null: none so far. */
    takenAt: { type: ['integer', 'null'] },
    /** In a row, since something was taken last. */
    failures: { type: 'integer' },
    lastError: { type: ['string', 'null'] },
    /** Epoch ms; null: nothing went wrong last time. */
    retryAt: { type: ['integer', 'null'] },
  },
})
export type WebhookState = Admitted<typeof webhookStateSchema>
