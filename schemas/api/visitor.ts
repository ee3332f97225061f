import { schema, type Admitted } from '../schema'

/** Bodies of the visitors' API (`/a/:slug/…`). Times are epoch ms. */

const anything = { type: ['object', 'array', 'string', 'number', 'boolean', 'null'] } as const
const words = { type: ['string', 'object'] } as const

/** `GET …/state`: what everybody may know. */
export const publicStateSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['now', 'release', 'stage', 'offline', 'plays'],
  properties: {
    now: { type: 'integer' },
    release: { type: 'string' },
    stage: { enum: ['before', 'running', 'ended'] },
    offline: { type: 'boolean' },
    plays: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'stage', 'shown'],
        properties: { kind: { type: 'string' }, stage: { enum: ['before', 'running', 'ended'] }, shown: anything },
      },
    },
  },
})
export type PublicState = Admitted<typeof publicStateSchema>

export const awardSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'play', 'snapshot', 'state', 'at'],
  properties: {
    id: { type: 'string' },
    play: { type: 'string' },
    snapshot: {
      type: 'object',
      additionalProperties: false,
      required: ['prize', 'title', 'type'],
      properties: {
        prize: { type: 'string' },
        title: words,
        type: { type: 'string' },
        tier: words,
        icon: { type: 'string' },
        image: { type: 'string' },
        terms: words,
        amount: { type: 'integer' },
        unit: words,
      },
    },
    state: { enum: ['granted', 'held', 'claiming', 'fulfilling', 'fulfilled', 'forfeited', 'revoked'] },
    at: { type: 'integer' },
    code: { type: 'string' },
  },
})

/** `GET …/me`: this visitor; the answer issues the identity cookie. `plays` holds each kind's `mineView`. */
export const mineSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['now', 'visitor', 'name', 'plays', 'awards'],
  properties: {
    now: { type: 'integer' },
    visitor: { type: 'string' },
    name: { type: 'string' },
    plays: { type: 'object', additionalProperties: anything },
    awards: { type: 'array', items: awardSchema },
    /** What the page's conditions ask about this visitor; absent where it asks nothing. Of segments, only those that the page names. */
    seen: {
      type: 'object',
      additionalProperties: false,
      required: ['segments', 'channel', 'visitor'],
      properties: {
        segments: { type: 'array', items: { type: 'string' } },
        channel: { type: 'string' },
        visitor: { enum: ['new', 'returning'] },
      },
    },
  },
})
export type Mine = Admitted<typeof mineSchema>

/** `POST …/plays/:play/:action`. */
export const actBodySchema = schema({
  type: 'object',
  additionalProperties: false,
  properties: { input: anything, release: { type: 'string', maxLength: 100 } },
})

/** The answer to an accepted act. `mine` is the play as the visitor has it now, so that no second call is needed. */
export const receiptSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['id', 'seq', 'play', 'action', 'at', 'dayKey', 'rulesVersion', 'release', 'result', 'awards'],
  properties: {
    id: { type: 'string' },
    seq: { type: 'integer' },
    play: { type: 'string' },
    action: { type: 'string' },
    at: { type: 'integer' },
    dayKey: { type: 'string' },
    rulesVersion: { type: 'string' },
    release: { type: 'string' },
    result: anything,
    awards: { type: 'array', items: awardSchema },
  },
})

/** `POST …/events`: what a page saw happen, in batches, sent on hide. */
export const eventsSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['events'],
  properties: {
    events: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'at'],
        properties: {
          /** Unique; a repeated one is counted once. */
          id: { type: 'string', minLength: 8, maxLength: 64 },
          name: { enum: ['page_view', 'exposure', 'act', 'share', 'click', 'error'] },
          node: { type: 'string', maxLength: 64 },
          channel: { type: 'string', maxLength: 64 },
          release: { type: 'string', maxLength: 100 },
          at: { type: 'integer' },
          props: { type: 'object', maxProperties: 16, additionalProperties: { type: ['string', 'number', 'boolean'] } },
        },
      },
    },
  },
})
export type Events = Admitted<typeof eventsSchema>

/** `POST …/session`: a JWT (HS256) with `sub` and `exp`, and perhaps `name`, `tier`, `tags`, `registeredAt` (epoch ms). */
export const tokenSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['token'],
  properties: { token: { type: 'string', minLength: 16, maxLength: 8192 } },
})

/** `GET /api/activities/:id/visitor`: the visitor that a user of the customer's is, whether or not they have come yet. */
export const visitorFoundSchema = schema({ type: 'object', additionalProperties: false, required: ['visitor'], properties: { visitor: { type: 'string' } } })

/** `PUT /api/activities/:id/secret`: what the customer's own backend signs with. */
export const secretSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['secret'],
  properties: { secret: { type: 'string', minLength: 32, maxLength: 512 } },
})

/** `POST …/events`: how many of the batch were new. */
export const eventsTakenSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['taken'],
  properties: { taken: { type: 'integer' } },
})
