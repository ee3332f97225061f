import { idSchema, schema, type Admitted } from '../schema'

/** Tabs name themselves, so that one person in two tabs is two, and nobody hears their own echo. */
const tab = schema({ type: 'string', pattern: '^[a-zA-Z0-9-]{8,64}$' })

/** Where somebody is on a page. */
export const presenceSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['tab', 'selection'],
  properties: {
    tab,
    /** Nodes that are selected there. */
    selection: { type: 'array', maxItems: 100, items: idSchema },
    /** The tab is being closed. */
    isLeaving: { type: 'boolean' },
  },
})
export type Presence = Admitted<typeof presenceSchema>

/** Somebody who has the page open. */
export interface Peer {
  readonly tab: string
  readonly name: string
  readonly selection: readonly string[]
  /** The first number that nobody else had as they came; theirs while they stay. People are told apart by it. */
  readonly seat: number
}

/** What a live channel tells, as the `data` of events of these names. */
export interface LiveNews {
  /** A draft was saved by somebody. */
  readonly saved: { readonly of: 'page' | 'rules' | 'plan'; readonly revision: string; readonly tab: string }
  /** Everybody who has the activity open now. */
  readonly present: { readonly peers: readonly Peer[] }
}
