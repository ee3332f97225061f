import type { Question } from './question'
import type { ReasonCode } from './reasons'
import type { Style } from './reading'

/** What the widgets here can stand in for. `box` holds others; `space` is an empty distance. */
export const kinds = [
  'text',
  'image',
  'button',
  'box',
  'overlay',
  'rules',
  'countdown',
  'wheel',
  'prizes',
  'winners',
  'board',
  'check-in',
  'form',
  'video',
  'carousel',
  'faq',
  'steps',
  'space',
] as const
export type Kind = (typeof kinds)[number]

/** What a tap did there, as far as it can be done here. `target` is an id there. */
export type Tap = { readonly do: 'open' | 'close'; readonly target: string } | { readonly do: 'go'; readonly url: string } | { readonly do: 'share' }

/** One of several things that a part shows: a picture, or a heading with what it is about. */
export interface Entry {
  readonly title: string
  readonly text: string
  readonly src: string
}

/** One thing on a page of another system, in the terms of this one but with its own sizes. */
export interface Part {
  /** Its type there. */
  readonly was: string
  readonly name?: string
  /** Its id there, which taps name. */
  readonly id?: string
  /** Null: nothing here does the same. */
  readonly kind: Kind | null
  /** May be HTML. */
  readonly text?: string
  readonly level?: 'display' | 'heading' | 'body' | 'small'
  readonly items?: readonly string[]
  /** Several things of one kind: pictures of a carousel, questions with answers, steps. */
  readonly entries?: readonly Entry[]
  readonly src?: string
  readonly alt?: string
  /** When a countdown ends, as the other system wrote it. */
  readonly until?: string
  readonly style: Style
  /** It places what it holds freely. */
  readonly isFree?: boolean
  readonly isHidden?: boolean
  readonly children: readonly Part[]
  readonly taps?: readonly Tap[]
  /** What it asks visitors for. */
  readonly asks?: readonly Question[]
  /** The parts that a form was gathered from, each told of by itself. */
  readonly gathered?: readonly Part[]
  /** What of it gets lost, whatever becomes of it. */
  readonly lost: readonly ReasonCode[]
  /** As it was, for a placeholder. */
  readonly raw: unknown
}

/** One page of another system. */
export interface ForeignPage {
  readonly title: string
  /** The width that it was designed for, in px. */
  readonly width: number
  /** px of a `rem`; absent: 16. */
  readonly rem?: number
  readonly height?: number
  readonly isFree: boolean
  readonly style: Style
  readonly share?: { readonly title?: string; readonly description?: string }
  readonly parts: readonly Part[]
  /** What the page as a whole loses. */
  readonly lost: readonly ReasonCode[]
}

/** One system's way to write pages. */
export interface Dialect {
  readonly id: string
  /** What the system is called. */
  readonly title: string
  recognises(value: unknown): boolean
  /** Its pages; never throws, whatever is in the value. */
  read(value: unknown): readonly ForeignPage[]
}
