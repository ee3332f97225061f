import type { PlayScene, Trouble, WonPrize } from './host'

/** One state that a widget can be in, for the editor's state preview and for the tests that look at every state. */
export interface Sample {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly play?: PlayScene
  /** Nothing else in the sample speaks of what its play shows, so what the page's own play says by its rules may stand there instead. */
  readonly byRules?: boolean
  readonly won?: readonly WonPrize[] | null
  readonly trouble?: Trouble | null
  /** Merged into the view's own state. */
  readonly state?: { readonly [name: string]: unknown }
  /** The clock that the sample is shown at, relative to the activity's start, in ms; null: the clock is not known yet. */
  readonly sinceStart?: number | null
}
