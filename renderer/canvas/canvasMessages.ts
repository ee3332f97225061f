import type { PageDocument, PageNode, Theme, Variable } from '../../schemas/page'
import type { Json } from '../../schemas/play'
import type { Schedule } from '../../schemas/rules'
import type { PlayState } from '../../schemas/when'
import type { Locale } from '../../schemas/words'

/** How the page is looked at. What is left out stays as it was. */
export interface Look {
  readonly locale?: Locale
  /** Only what is shown in this phase; null: everything. */
  readonly phase?: string | null
  /** The visitor whose page is looked at; null: everything is shown, whomever it is for. */
  readonly as?: { readonly segments: readonly string[]; readonly channel: string; readonly visitor: 'new' | 'returning' } | null
  /** The state that widgets are shown in, by type; `*` for all others. `published`: as the published HTML has them. Without a choice: `ready`. */
  readonly samples?: { readonly [type: string]: string }
  /** How single plays stand for the visitor, and how their widgets are shown; the others follow `samples`. */
  readonly plays?: { readonly [play: string]: PlayState }
  /** What plays say by their rules alone, by play: widgets show it where their state leaves room for it. */
  readonly stills?: { readonly [play: string]: Json }
  /** What the visitor's taps have set. */
  readonly variables?: { readonly [name: string]: Variable }
  /** The overlay that is open for editing; null: none. */
  readonly open?: string | null
}

/** What the editor tells its canvas: by `postMessage`, or by `window.festoonCanvas.receive` from the same origin. Plain data only. */
export type CanvasOrder =
  | { readonly kind: 'load'; readonly page: PageDocument; readonly schedule?: Schedule; readonly look?: Look }
  | {
      readonly kind: 'change'
      /** Nodes as they are now; null: gone. */
      readonly nodes?: readonly (readonly [id: string, node: PageNode | null])[]
      readonly theme?: Theme
      readonly schedule?: Schedule
    }
  | ({ readonly kind: 'look' } & Look)
  /** Lets the widgets' own controls work, or stops them. Nothing is ever sent to a server. */
  | { readonly kind: 'play'; readonly on: boolean }

/** What the canvas tells the editor. */
export type CanvasNews = { readonly kind: 'ready' } | { readonly kind: 'size'; readonly height: number }

/** What a canvas frame offers to its own origin as `window.festoonCanvas`. Geometry is read from `[data-n]` elements. */
export interface CanvasHandle {
  receive(order: CanvasOrder): void
  /** How many nodes were drawn since the frame was made. */
  readonly renders: number
}
