import type { JsonSchema } from './schema'
import type { PlayRules, RulesDocument } from './rules'
import type { RefusalCode } from './refusals'
import type { StateTests } from './standing'
import type { Bilingual } from './words'

/** Anything that survives `JSON.parse(JSON.stringify(x))`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type Realm = 'live' | 'rehearsal'

/** One wish of one visitor, with everything that its decision may depend on besides state. */
export interface Command<Input = Json> {
  readonly activity: string
  readonly realm: Realm
  readonly play: string
  readonly action: string
  readonly visitor: string
  /** The idempotency key: same visitor and key, same receipt. */
  readonly key: string
  readonly input: Input
  /** The release that the visitor was shown; null: not told. */
  readonly release: string | null
  /** Epoch milliseconds, never earlier than the activity's last recorded command. */
  readonly at: number
  /** The activity's day of `at`, `YYYY-MM-DD` (see `dayKey`). */
  readonly dayKey: string
  /** 64 hex digits, HMAC of the epoch seed over activity, play, visitor and key (see `dice`). */
  readonly random: string
}

/** The rules that a play is decided by: its own, and the document around them. */
export interface PlayContext<Rules extends PlayRules = PlayRules> {
  readonly rules: RulesDocument
  readonly id: string
  readonly play: Rules
}

/** What of the activity's state must be at hand. Keys are strings of the play's own making; see `keys.ts` for shared ones. */
export interface Reads {
  readonly counts?: readonly string[]
  readonly facts?: readonly string[]
  /** Prefixes: every fact whose key starts so; with `last`, only so many of them, the last in order of key (views only). */
  readonly factsUnder?: readonly (string | { readonly prefix: string; readonly last: number })[]
  /** Pools of coupon codes whose number of free codes is wanted. */
  readonly pools?: readonly string[]
  /** The first `n` places of a board. Views only: decisions never depend on it. */
  readonly tops?: readonly { readonly board: string; readonly n: number }[]
  /** One member's place on a board. Views only. */
  readonly places?: readonly { readonly board: string; readonly member: string }[]
  /** The `n` most recent awards of a play, whoever won them. Views only. */
  readonly winners?: readonly { readonly play: string; readonly n: number }[]
}

/** An accepted command, or what another play added to it: plays that echo are told of both. */
export interface Happening {
  readonly command: Command
  /** The play whose effects these are. */
  readonly play: string
  readonly effects: readonly Effect[]
}

/** The state that `Reads` asked for, as it stands when the command's turn comes. */
export interface State {
  /** 0 where nothing was counted yet. */
  count(key: string): number
  fact(key: string): Json | undefined
  /** In order of key. */
  factsUnder(prefix: string): readonly { readonly key: string; readonly value: Json }[]
  codesLeft(pool: string): number
}

/** A member of a board as others may see it: the name is masked already. */
export interface Placed {
  readonly place: number
  readonly name: string
  readonly score: number
  /** True for the visitor who asks; never set in a public view. */
  readonly me?: boolean
}

export interface Winner {
  readonly name: string
  readonly prize: string
  readonly title: Json
  readonly at: number
}

/** A place with whose it is. For plays that know their members by another name; a visitor's id is told to nobody. */
export interface PlacedMember extends Placed {
  readonly member: string
}

/** State for views, which may show boards, winners and names too. */
export interface ViewState extends State {
  top(board: string): readonly PlacedMember[]
  place(board: string, member: string): PlacedMember | null
  /** What a visitor is called, masked as on boards. */
  name(visitor: string): string
  /** Members on the board. */
  size(board: string): number
  winners(play: string): readonly Winner[]
}

/** What an award carries of its prize, so that later rules cannot change what was won. `title` and `terms` are `Words`. */
export interface PrizeSnapshot {
  readonly prize: string
  readonly title: Json
  readonly type: string
  readonly tier?: Json
  readonly icon?: string
  readonly image?: string
  readonly terms?: Json
  /** Points won, where the prize is an amount. */
  readonly amount?: number
  /** What the points' account calls them (`Words`), where it has a name of its own. */
  readonly unit?: Json
}

export type Effect =
  /** Adds to a counter; a value outside [min, max] refuses the whole command with `limit-reached` (or `refusal`). */
  | { readonly do: 'count'; readonly key: string; readonly by: number; readonly min?: number; readonly max?: number; readonly refusal?: RefusalCode }
  /** Records something that happens once; a key that exists refuses the command with `already-done` (or `refusal`). */
  | { readonly do: 'fact'; readonly key: string; readonly value: Json; readonly refusal?: RefusalCode }
  /** Order: higher score first, then who reached it earlier. Scores are integers, 0 to 2^40. */
  | { readonly do: 'rank'; readonly board: string; readonly member: string; readonly by: number }
  | { readonly do: 'rank'; readonly board: string; readonly member: string; readonly to: number }
  /** Owes something to the commanding visitor, or to the one that `to` names. `source` is unique in the activity; `pool` attaches one unused code of it. */
  | { readonly do: 'award'; readonly source: string; readonly snapshot: PrizeSnapshot; readonly pool?: string; readonly to?: string }
  /** An outbox row for notices, webhooks and analytics. */
  | { readonly do: 'emit'; readonly name: string; readonly body: Json }

export interface Accepted {
  readonly result: Json
  readonly effects: readonly Effect[]
}

export interface Refused {
  readonly refusal: RefusalCode
  /** Epoch ms from which the same wish may succeed. */
  readonly retryAt?: number
  readonly detail?: Json
}

export type Outcome = Accepted | Refused

export function accept(result: Json, effects: readonly Effect[]): Accepted {
  return { result, effects }
}

export function refuse(refusal: RefusalCode, more: Omit<Refused, 'refusal'> = {}): Refused {
  return { refusal, ...more }
}

export function isRefused(outcome: Outcome): outcome is Refused {
  return 'refusal' in outcome
}

/** Who looks at a play, and when. */
export interface Onlooker {
  readonly visitor: string
  readonly at: number
  readonly dayKey: string
}

/** Something wrong in a rules document. `path` is a JSON pointer into the play's own record. */
export interface RuleProblem {
  readonly path: string
  readonly message: Bilingual
  /** Warnings do not stop a release. */
  readonly severity: 'error' | 'warning'
}

/** How a change of rules treats visitors (adverse ones are blocked while the activity runs). */
export interface RuleChange {
  readonly class: 'favourable' | 'neutral' | 'adverse' | 'breaking'
  readonly text: Bilingual
}

/** One thing that can be done to a play. */
export interface PlayAction {
  readonly title: Bilingual
  /** JSON Schema of the input. */
  readonly input: JsonSchema
  /** `backend`: the input arrives as claims of a token signed by the customer's own server, never from a visitor's hand. */
  readonly by: 'visitor' | 'backend'
}

/** A new play, with the plays that have to come with it, by id. */
export interface Beginning<Rules extends PlayRules = PlayRules> {
  readonly play: Rules
  readonly besides?: { readonly [id: string]: PlayRules }
}

/**
 * A kind of play (玩法): what its rules look like and what they decide. Everything here is pure and synchronous;
 * the engine supplies state, clock and chance, and knows no kind by name.
 */
export interface PlayKind<Rules extends PlayRules = PlayRules, Input = Json> {
  readonly kind: string
  readonly title: Bilingual
  /** JSON Schema of the play's record in the rules document, `kind`, `title` and `phases` included. */
  readonly schema: JsonSchema
  readonly defaults: Rules
  /** A new play of this kind for these rules, joined to what they hold already; absent: the defaults. */
  begin?(rules: RulesDocument): Beginning<Rules>
  readonly actions: { readonly [action: string]: PlayAction }
  reads(context: PlayContext<Rules>, command: Command<Input>): Reads
  decide(context: PlayContext<Rules>, command: Command<Input>, state: State): Outcome
  /** What `echo` will read of the state, as far as the command tells. */
  echoReads?(context: PlayContext<Rules>, command: Command): Reads
  /**
   * What this play adds when a command of another one was accepted: a friend's check-in completes an invitation. It is told of what
   * further plays add as well. All of it is done with the command, after it, or, where an effect does not hold, left out: no
   * echo refuses an act. Asked only while the play is running.
   */
  echo?(context: PlayContext<Rules>, happening: Happening, state: State): readonly Effect[]
  publicReads(context: PlayContext<Rules>, at: number): Reads
  /** What everybody may know of the play; cached for a second. */
  publicView(context: PlayContext<Rules>, state: ViewState, at: number): Json
  /**
   * What `publicView` says by the rules alone, with null or emptiness where state or clock would speak: pages show it from
   * their first byte on, and go on showing it when the server cannot be heard. Absent, or null: nothing.
   */
  still?(context: PlayContext<Rules>): Json | null
  mineReads(context: PlayContext<Rules>, who: Onlooker): Reads
  /** What this visitor may know besides. */
  mineView(context: PlayContext<Rules>, who: Onlooker, state: ViewState): Json
  /** How the play stands for a visitor, told from those two views. Absent: by its stage and what was won alone. */
  readonly states?: StateTests
  check(context: PlayContext<Rules>): readonly RuleProblem[]
  changes(before: PlayContext<Rules>, after: PlayContext<Rules>): readonly RuleChange[]
}

/** Lets a kind be written with its exact types and stored among all others. */
export function definePlay<Rules extends PlayRules, Input = Json>(kind: PlayKind<Rules, Input>): PlayKind {
  // Rules and input are validated against the kind's own schemas before any of these functions sees them.
  return kind as unknown as PlayKind
}

/** The answer to an accepted action. It never changes: a repeated key is given the same one. */
export interface Receipt {
  readonly id: string
  /** The place in the activity's journal, from 1, without gaps. */
  readonly seq: number
  readonly play: string
  readonly action: string
  readonly at: number
  readonly dayKey: string
  readonly rulesVersion: string
  readonly release: string
  readonly result: Json
  readonly awards: readonly Award[]
}

export type AwardState = 'granted' | 'held' | 'claiming' | 'fulfilling' | 'fulfilled' | 'forfeited' | 'revoked'

/** Something owed to a visitor. */
export interface Award {
  readonly id: string
  readonly play: string
  readonly snapshot: PrizeSnapshot
  readonly state: AwardState
  readonly at: number
  readonly code?: string
}
