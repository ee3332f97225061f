import type { Json, Realm, Receipt, Refused } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'

/** What one visitor asks for, before anything is known of whether it may be. */
export interface Wish {
  readonly activity: string
  readonly realm: Realm
  readonly play: string
  readonly action: string
  readonly visitor: string
  readonly key: string
  readonly input: Json
  /** The release that the visitor was shown; null: not told. */
  readonly release: string | null
  /** Whose hand the input comes from. */
  readonly by: 'visitor' | 'backend'
  /** Rules that are not released yet. Rehearsals only. */
  readonly draft?: Draft
  /** Epoch ms that a rehearsal pretends. Never earlier than its last command. */
  readonly at?: number
}

export interface Draft {
  readonly version: string
  readonly rules: RulesDocument
}

export type Answer = { readonly receipt: Receipt; readonly replayed: boolean } | { readonly refused: Refused }

/** One activity's live or rehearsal side: all that a lane, a journal and its folds belong to. */
export interface Scope {
  readonly activity: string
  readonly realm: Realm
}
