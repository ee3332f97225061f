import type { Action } from '../schemas/page'
import type { Json } from '../schemas/play'
import type { When } from '../schemas/when'
import type { Locale } from '../schemas/words'
import type { Times } from '../widgets/host'
import type { KitWord } from './kit/kitWords'

/** A node as the phone needs it: awake, or with something to do on a tap. */
export interface BootNode {
  readonly type?: string
  readonly props?: { readonly [name: string]: unknown }
  readonly play?: string
  readonly tap?: readonly Action[]
  /** Where the view's script is, when it is not in the page. */
  readonly src?: string
  /** That script is fetched on a tap only. */
  readonly rests?: true
  /** Where the widget's own application is (second tier), loaded when seen or tapped. */
  readonly island?: string
}

/** What a published page tells its own script, in one language. */
export interface Boot {
  /** Where the visitors' API begins, with a slash at its end: `/a/<slug>/`. */
  readonly api: string
  readonly release: string
  readonly locale: Locale
  readonly times: Omit<Times, 'now'>
  readonly nodes: { readonly [id: string]: BootNode }
  readonly words: { readonly [word in KitWord]: string }
  /** The words of each awake type. */
  readonly texts: { readonly [type: string]: { readonly [key: string]: string } }
  /** Addresses of assets that do not follow the common rule, by reference and width (see `assetKey`). */
  readonly assets?: { readonly [key: string]: string }
  /** What plays say by their rules alone, in the page's language: shown until the server is heard. */
  readonly still?: { readonly [play: string]: Json }
  /** Where some node stands in some phases only: all those phases, and which of them this page is drawn for. */
  readonly shows?: { readonly ids: readonly string[]; readonly drawn: readonly string[] }
  /** What decides, of the nodes that are not for every visitor, which are shown. */
  readonly when?: { readonly [node: string]: When }
  /** The kinds of the plays that these conditions name. */
  readonly plays?: { readonly [play: string]: string }
  /** Where the script is that did not fit into the page: views, and parts that taps need. */
  readonly later?: string
  /** A preview: nothing is tracked. */
  readonly quiet?: true
}
