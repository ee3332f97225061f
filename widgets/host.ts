import type { Offsets } from '../schemas/days'
import type { Action } from '../schemas/page'
import type { Json, Receipt } from '../schemas/play'
import type { Locale } from '../schemas/words'

/** A "no" as a widget sees it: the server's words in the reader's language, or the host's own for a lost network. */
export interface Trouble {
  /** A refusal's code, or `no-network`. */
  readonly code: string
  readonly title: string
  /** Epoch ms. */
  readonly retryAt?: number
  /** What is wrong with the input, place by place: `/input/answers/phone`. */
  readonly problems?: readonly { readonly path: string; readonly message: string }[]
}

/** What `act` throws. */
export class Refusal extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.title)
  }
}

/** How far the activity, or one of its plays, has come. */
export type Stage = 'before' | 'running' | 'ended'

/** What a widget knows of the play it shows. Published pages start with `loading`, and every view must look right so. */
export interface PlayScene<Public = Json, Mine = Json> {
  readonly status: 'loading' | 'ready' | 'offline' | 'failed'
  readonly stage: Stage
  /** Null until known. */
  readonly shown: Public | null
  /** What belongs to this visitor; null until known. */
  readonly mine: Mine | null
}

/** The activity's times, in epoch ms. `now` is the server's clock; null at publish. */
export interface Times {
  readonly now: number | null
  readonly startsAt: number
  readonly endsAt: number
  /** How far the activity's time zone is ahead of UTC, in minutes, and since when; the first one also before that. */
  readonly offsets: Offsets
  readonly phases: readonly { readonly id: string; readonly startsAt: number; readonly endsAt: number }[]
}

/** A won thing as a visitor's own list shows it; title and terms in the reader's language. */
export interface WonPrize {
  readonly id: string
  readonly play: string
  readonly title: string
  readonly type: string
  readonly tier?: string
  readonly icon?: string
  readonly image?: string
  readonly terms?: string
  readonly amount?: number
  /** What the won points are called, where their account has a name of its own. */
  readonly unit?: string
  readonly state: string
  readonly at: number
  readonly code?: string
}

export type Translate<Key extends string = string> = (key: Key, values?: { readonly [name: string]: string | number }) => string

/** All that `html` may know besides its props and its own state. */
export interface Scene<Public = Json, Mine = Json, Key extends string = string> {
  readonly id: string
  readonly locale: Locale
  readonly t: Translate<Key>
  readonly times: Times
  readonly play: PlayScene<Public, Mine> | null
  /** Everything this visitor has won in the activity; null until known. */
  readonly won: readonly WonPrize[] | null
  /** Why the last act failed; cleared by the next one. */
  readonly trouble: Trouble | null
  /** Turns an asset reference (`asset:<hash>`) or URL into an address, at a width in px where given. */
  readonly asset: (reference: string, width?: number) => string
  /** Of an overlay: how its box moves where the page says so, as class names and style. The parts left out move as popups do. */
  readonly moving?: { readonly enters: boolean; readonly leaves: boolean; readonly names: string; readonly style: string }
}

/** All that a widget may ask of its page. Live, preview and test pages implement it. */
export interface Host {
  /** Carries out an action of the widget's own play. The key is kept until the answer is known, so a retry is the same action. @throws Refusal */
  act(action: string, input?: Json): Promise<Receipt>
  /** Carries out what a node's `on` says. @throws Refusal */
  run(actions: readonly Action[]): Promise<void>
  /** Fetches the play's state again. */
  refresh(): Promise<void>
  /** The server's clock, epoch ms. */
  now(): number
  /** This page's address with the visitor's own mark, for posters and shares. */
  link(): string
  /** The visitor whose link led here; null: nobody's, or one's own. */
  by(): string | null
  /** Puts that link on the clipboard and says so. */
  copy(): Promise<void>
  /** The address of a picture (SVG, same origin) of that link as a QR code. */
  qr(): string
  share(): Promise<void>
  track(name: string, props?: { readonly [name: string]: Json }): void
}
