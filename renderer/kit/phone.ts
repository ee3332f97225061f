import type { Mine } from '../../schemas/api/visitor'
import type { Action, Variable } from '../../schemas/page'
import type { Json } from '../../schemas/play'
import type { Words } from '../../schemas/words'
import type { Host, WonPrize } from '../../widgets/host'
import type { Html } from '../../widgets/html'
import type { AnyView } from '../../widgets/view'
import type { Boot, BootNode } from '../boot'
import type { Live } from './live'

/** Tells of something that happened on a node. */
export type Tell = (name: 'page_view' | 'exposure' | 'act' | 'share' | 'click' | 'error', node?: string, props?: { readonly [name: string]: Json }) => void

/** What the core gives to parts that carry out actions. */
export interface Ground {
  readonly boot: Boot
  elementOf(id: string): HTMLElement | null
  act(node: string, play: string | undefined, action: string): Promise<unknown>
  readonly host: Pick<Host, 'share'>
}

/** What a file that came later is: views and parts, or a second-tier application. */
export interface Loaded {
  readonly default: ((phone: Phone, boot: Boot) => void) & ((element: HTMLElement, props: unknown) => void | (() => void))
}

/** The one object that a page's scripts share: views by type, how to start, and what the parts on this page add. */
export interface Phone {
  readonly v: { [type: string]: AnyView }
  start(boot: Boot): void

  say(words: Words | undefined, locale: Boot['locale']): string
  html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html
  safeLink(url: unknown): string
  key(): string
  toast(text: string, offer?: { readonly label: string; readonly take: () => void }): void
  /** The note (HTML) in the place of what could not be shown. */
  fallback: string

  /** Part `bring`: fetches a node's script when it is seen or tapped. */
  load?(address: string, boot?: Boot | false): Promise<Loaded>
  bring?(element: HTMLElement, node: BootNode, boot: Boot, ready: () => void): void
  /** Part `actions`. */
  run?(actions: readonly Action[], node: string, ground: Ground): Promise<void>
  /** Part `overlay`. */
  open?(element: HTMLElement | null): void
  close?(within?: Element | null): void
  top?(): HTMLElement | undefined
  /** Part `toggle`: shows what is hidden, or hides it; an overlay as `open` and `close` do. */
  toggle?(element: HTMLElement | null, to?: 'shown' | 'hidden'): void
  /** Part `set`. */
  set?(name: string, value: Variable): void
  vars?: { [name: string]: Variable }
  /** Part `share`. */
  share?(link: string, words: Boot['words']): Promise<void>
  copy?(text: string, said: string): Promise<void>
  /** Part `won`: what a visitor has won, as widgets see it. */
  won?(me: Mine, locale: Boot['locale']): WonPrize[]
  /** Part `tick`: runs `draw` at each full second of `now` while the page is in sight. */
  tick?(now: () => number, draw: () => unknown): void
  /**
   * Runs after every change of what is known. Part `phases`: draws the page's variant of the phases that run now by loading
   * anew, or offers it while something `isBusy`. Part `conditions`: shows what this visitor is to see.
   */
  turn?(boot: Boot, live: Live, isBusy: boolean, offer: () => void): void
  /** Part `track`. */
  track?(boot: Boot, now: () => number, elements: readonly HTMLElement[]): Tell
}
