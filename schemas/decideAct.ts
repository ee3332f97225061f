import { playStageAt } from './phases'
import { isRefused, type Command, type Effect, type Happening, type Json, type PlayContext, type PlayKind, type Reads, type Refused, type State } from './play'
import type { RulesDocument } from './rules'

export interface Kinds {
  readonly [kind: string]: PlayKind
}

/** Where commands are carried out, one after the other. */
export interface Ledger<Owed> {
  readonly state: State
  /** Carries out all effects, or none of them. */
  apply(effects: readonly Effect[]): { readonly awards: readonly Owed[] } | Refused
}

/** A command, and the play that it asks. */
export interface Asked {
  readonly kind: PlayKind
  readonly context: PlayContext
  readonly command: Command
}

interface Added<Owed> {
  readonly effects: readonly Effect[]
  readonly awards: readonly Owed[]
}

/** What an accepted command comes to, the echoes of other plays included. */
export interface Carried<Owed> extends Added<Owed> {
  readonly result: Json
}

/** How far an echo may be echoed: a bound on rules that feed each other, out of reach for those that make sense. */
const maxDepth = 4

interface Echoing {
  readonly kind: PlayKind & Required<Pick<PlayKind, 'echo'>>
  readonly context: PlayContext
}

/** Decides one command and carries it out; then every running play that echoes adds what is due. */
export function decideAct<Owed>({ kind, context, command }: Asked, kinds: Kinds, ledger: Ledger<Owed>): Refused | Carried<Owed> {
  const outcome = kind.decide(context, command, ledger.state)
  if (isRefused(outcome)) return outcome
  const applied = ledger.apply(outcome.effects)
  if ('refusal' in applied) return applied
  const echoed = echoesOf({ command, play: context.id, effects: outcome.effects }, echoing(context.rules, command.at, kinds), ledger)
  return { result: outcome.result, effects: [...outcome.effects, ...echoed.effects], awards: [...applied.awards, ...echoed.awards] }
}

function echoesOf<Owed>(happening: Happening, plays: readonly Echoing[], ledger: Ledger<Owed>, depth = 1): Added<Owed> {
  const effects: Effect[] = []
  const awards: Owed[] = []
  for (const { kind, context } of plays) {
    if (context.id === happening.play) continue
    const added = kind.echo(context, happening, ledger.state)
    const applied = added.length === 0 ? null : ledger.apply(added)
    if (!applied || 'refusal' in applied) continue
    const further = depth < maxDepth ? echoesOf({ ...happening, play: context.id, effects: added }, plays, ledger, depth + 1) : { effects: [], awards: [] }
    effects.push(...added, ...further.effects)
    awards.push(...applied.awards, ...further.awards)
  }
  return { effects, awards }
}

function echoing(rules: RulesDocument, at: number, kinds: Kinds): Echoing[] {
  return Object.entries(rules.plays).flatMap(([id, play]) => {
    const kind = Object.hasOwn(kinds, play.kind) ? kinds[play.kind] : undefined
    if (!kind?.echo || playStageAt(rules, id, at) !== 'running') return []
    return [{ kind: kind as Echoing['kind'], context: { rules, id, play } }]
  })
}

/** What a command's own play and those that echo it read. */
export function readsOfAct({ kind, context, command }: Asked, kinds: Kinds): Reads[] {
  const others = echoing(context.rules, command.at, kinds).filter((one) => one.context.id !== context.id)
  return [kind.reads(context, command), ...others.flatMap((one) => one.kind.echoReads?.(one.context, command) ?? [])]
}
