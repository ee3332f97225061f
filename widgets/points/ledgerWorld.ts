import { dayKey } from '../../schemas/days'
import { decideAct } from '../../schemas/decideAct'
import {
  type Command,
  type Effect,
  type Json,
  type Onlooker,
  type Outcome,
  type PlacedMember,
  type PlayKind,
  type Refused,
  type State,
  type ViewState,
} from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import type { RefusalCode } from '../../schemas/refusals'

/** What every visitor did, in memory: enough of the engine's law for tests of plays without one. */
export interface LedgerWorld {
  readonly state: ViewState
  /** The effects of every accepted command, in order. */
  readonly effects: Effect[]
  /** Decides and folds; a breach of a bound or a repeated fact refuses the whole command. Random digits default to zeros. */
  act(play: string, action: string, at: string, more?: { readonly visitor?: string; readonly input?: Json; readonly random?: string }): Outcome
  mine(play: string, at: string, visitor?: string): Json
  shown(play: string, at: string): Json
}

interface Fold {
  readonly counts: Map<string, number>
  readonly facts: Map<string, Json>
  readonly boards: Map<string, Map<string, number>>
}

const zeros = '0'.repeat(64)

export function createLedgerWorld(rules: RulesDocument, kinds: { readonly [kind: string]: PlayKind }): LedgerWorld {
  let fold: Fold = { counts: new Map(), facts: new Map(), boards: new Map() }
  let commands = 0
  const done: Effect[] = []
  const contextOf = (id: string) => ({ rules, id, play: rules.plays[id]! })
  const kindOf = (id: string) => kinds[rules.plays[id]!.kind]!
  const dayOf = (at: number) => dayKey(at, rules.schedule.timeZone, rules.schedule.dayCutoffHour)
  const state = viewOf(() => fold)
  function apply(effects: readonly Effect[]): { readonly awards: readonly never[] } | Refused {
    const next = folded(fold, effects)
    if ('refusal' in next) return next
    fold = next
    return { awards: [] }
  }
  return {
    state,
    effects: done,
    act(play, action, at, { visitor = 'mia', input = {}, random = zeros } = {}) {
      const instant = Date.parse(at)
      const command: Command = {
        activity: 'a',
        realm: 'live',
        play,
        action,
        visitor,
        key: `k${commands++}`,
        input,
        release: null,
        at: instant,
        dayKey: dayOf(instant),
        random,
      }
      const outcome = decideAct({ kind: kindOf(play), context: contextOf(play), command }, kinds, { state, apply })
      if ('refusal' in outcome) return outcome
      done.push(...outcome.effects)
      return { result: outcome.result, effects: outcome.effects }
    },
    mine(play, at, visitor = 'mia') {
      const who: Onlooker = { visitor, at: Date.parse(at), dayKey: dayOf(Date.parse(at)) }
      return kindOf(play).mineView(contextOf(play), who, state)
    },
    shown: (play, at) => kindOf(play).publicView(contextOf(play), state, Date.parse(at)),
  }
}

function viewOf(now: () => Fold): ViewState {
  const placed = (board: string): PlacedMember[] =>
    [...(now().boards.get(board) ?? [])].sort((a, b) => b[1] - a[1]).map(([member, score], i) => ({ place: i + 1, name: member, score, member }))
  const state: State = {
    count: (key) => now().counts.get(key) ?? 0,
    fact: (key) => now().facts.get(key),
    factsUnder: (prefix) =>
      [...now().facts]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value })),
    codesLeft: () => 0,
  }
  return {
    ...state,
    top: placed,
    place: (board, member) => placed(board).find((each) => each.member === member) ?? null,
    size: (board) => placed(board).length,
    name: (visitor) => visitor,
    winners: () => [],
  }
}

function folded(before: Fold, effects: readonly Effect[]): Fold | Refused {
  const next: Fold = {
    counts: new Map(before.counts),
    facts: new Map(before.facts),
    boards: new Map([...before.boards].map(([board, scores]) => [board, new Map(scores)])),
  }
  for (const effect of effects) {
    const refusal = fold(next, effect)
    if (refusal) return { refusal }
  }
  return next
}

function fold({ counts, facts, boards }: Fold, effect: Effect): RefusalCode | null {
  if (effect.do === 'count') {
    const value = (counts.get(effect.key) ?? 0) + effect.by
    if (value < (effect.min ?? -Infinity) || value > (effect.max ?? Infinity)) return effect.refusal ?? 'limit-reached'
    counts.set(effect.key, value)
  }
  if (effect.do === 'fact') {
    if (facts.has(effect.key)) return effect.refusal ?? 'already-done'
    facts.set(effect.key, effect.value)
  }
  if (effect.do === 'rank') {
    const scores = boards.get(effect.board) ?? new Map<string, number>()
    const score = 'to' in effect ? effect.to : (scores.get(effect.member) ?? 0) + effect.by
    // Set anew at the end: among equal scores the earlier stays first in a stable sort.
    if (score !== scores.get(effect.member)) scores.delete(effect.member)
    boards.set(effect.board, scores.set(effect.member, score))
  }
  return null
}
