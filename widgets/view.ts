import type { Bilingual } from '../schemas/words'
import type { Html } from './html'
import type { Host, Scene } from './host'

export type Dictionary = { readonly [key: string]: Bilingual }

/** What a named act is given. `set` merges into the state and draws the widget anew. */
export interface Acting<P, S, Public, Mine, Key extends string> {
  readonly props: P
  /** The state as it is now, also after an `await`. */
  readonly state: () => S
  readonly set: (change: Partial<S>) => void
  readonly host: Host
  readonly scene: () => Scene<Public, Mine, Key>
  /** The widget's own element on the page. */
  readonly element: HTMLElement
  /** The element whose `data-click`, `data-change` or `data-input` named the act; absent in `start`. */
  readonly target?: HTMLElement
}

/**
 * How a widget looks and acts: one pure module for canvas, publisher and phone.
 * `html` must give the same text for the same arguments; clock and chance come in by the scene.
 */
export interface View<P = unknown, S = unknown, Public = unknown, Mine = unknown, Words extends Dictionary = Dictionary> {
  readonly words: Words
  state?(props: P): S
  /** `children`: the widgets that a container holds, already drawn. A container that holds any has neither state nor acts. */
  html(props: P, state: S, scene: Scene<Public, Mine, keyof Words & string>, children?: Html): Html
  readonly act?: { readonly [name: string]: (acting: Acting<P, S, Public, Mine, keyof Words & string>) => void | Promise<void> }
  /** Runs when the widget wakes on a phone; what it returns runs when it goes. */
  start?(acting: Acting<P, S, Public, Mine, keyof Words & string>): void | (() => void)
  /** Whether a widget of these props does anything on the phone at all; absent: always. */
  wakes?(props: P): boolean
  /** It is drawn once, by the publisher: its script comes with the first tap, and its acts change its element themselves. */
  readonly rests?: true
  /** Draw anew each second, with the scene's `now` moved on. */
  readonly ticks?: boolean
}

/** A view of any widget, as registries hold it. */
// Erased on purpose: props were checked against the widget’s own schema before a view sees them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyView = View<any, any, any, any, any>

/** Writes a view with its exact types: `view<Props, State, Public, Mine>()({ … })`; words are inferred. */
export function view<P, S = Record<never, never>, Public = null, Mine = null>() {
  return <const Words extends Dictionary>(described: View<P, S, Public, Mine, Words>): View<P, S, Public, Mine, Words> => described
}

/** Whether a view does anything on the phone; one that does not sends no script. */
export function isAwake(any: AnyView): boolean {
  return Boolean(any.act || any.start || any.ticks || any.state)
}
