import { refuse, type Effect, type Json, type PrizeSnapshot, type Refused, type State } from '../../schemas/play'
import type { CodeNumber } from './vault'
import { createWanted, takenKey, type Stored, type StoredFact, type Wanted } from './stored'

/** An award of an accepted command, its code not looked up yet. */
export interface OwedAward {
  readonly source: string
  readonly snapshot: PrizeSnapshot
  readonly code: CodeNumber | null
  /** Whose it is, where it is not the commanding visitor's. */
  readonly to?: string
}

/** The state of a batch while it is being decided: what is stored, and over it what the commands before did. */
export interface Overlay {
  readonly state: State
  /** What was asked for though nobody had loaded it. It counted as absent; load it and decide again. */
  readonly missing: Wanted
  readonly counts: ReadonlyMap<string, number>
  /** Carries out all effects of one command, or none of them. */
  apply(effects: readonly Effect[]): { readonly awards: readonly OwedAward[] } | Refused
}

interface Changes {
  readonly counts: Map<string, number>
  readonly facts: Map<string, Json>
  readonly sources: Set<string>
  readonly awards: OwedAward[]
}

/** Look-ups of committed state. What `has` denies, or is undefined, was not loaded. */
export interface Known {
  readonly counts: Pick<Stored['counts'], 'get'>
  readonly facts: Pick<Stored['facts'], 'get' | 'has'>
  readonly factsUnder: Pick<Stored['factsUnder'], 'get'>
  readonly pools: Pick<Stored['pools'], 'get'>
  readonly sources: Pick<Stored['sources'], 'get'>
}

export function createOverlay(stored: Known): Overlay {
  const missing = createWanted()
  const counts = new Map<string, number>()
  const facts = new Map<string, Json>()
  const sources = new Set<string>()

  const state: State = {
    count(key) {
      const known = counts.get(key) ?? stored.counts.get(key)
      if (known === undefined) missing.counts.add(key)
      return known ?? 0
    },
    fact(key) {
      if (facts.has(key)) return facts.get(key)
      if (!stored.facts.has(key)) missing.facts.add(key)
      return stored.facts.get(key)
    },
    factsUnder(prefix) {
      const known = stored.factsUnder.get(prefix)
      if (!known) missing.factsUnder.set(prefix, Infinity)
      return withAdded(known ?? [], facts, prefix)
    },
    codesLeft(pool) {
      return Math.max(0, codesOf(pool) - state.count(takenKey(pool)))
    },
  }

  function codesOf(pool: string): number {
    const known = stored.pools.get(pool)
    if (known === undefined) missing.pools.add(pool)
    return known ?? 0
  }

  function isAwarded(source: string): boolean {
    if (sources.has(source)) return true
    const known = stored.sources.get(source)
    if (known === undefined) missing.sources.add(source)
    return known ?? false
  }

  /** Carries out one effect on `changes`; a refusal when it may not be. */
  function change(effect: Effect, changes: Changes): Refused | null {
    switch (effect.do) {
      case 'count': {
        const next = (changes.counts.get(effect.key) ?? state.count(effect.key)) + effect.by
        if (!Number.isSafeInteger(next)) throw new Error(`The counter "${effect.key}" cannot become ${next}.`)
        if (next < (effect.min ?? -Infinity) || next > (effect.max ?? Infinity)) return refuse(effect.refusal ?? 'limit-reached')
        changes.counts.set(effect.key, next)
        return null
      }
      case 'fact':
        if (changes.facts.has(effect.key) || state.fact(effect.key) !== undefined) return refuse(effect.refusal ?? 'already-done')
        changes.facts.set(effect.key, effect.value)
        return null
      case 'award': {
        if (changes.sources.has(effect.source) || isAwarded(effect.source)) return refuse('already-done')
        const code = effect.pool === undefined ? null : takeCode(effect.pool, changes)
        if (code && code.number > codesOf(code.pool)) return refuse('sold-out')
        changes.sources.add(effect.source)
        changes.awards.push({ source: effect.source, snapshot: effect.snapshot, code, ...(effect.to === undefined ? {} : { to: effect.to }) })
        return null
      }
      // Boards and notices stop no command; they are written from the effects as recorded.
      case 'rank':
      case 'emit':
        return null
      default:
        return effect satisfies never
    }
  }

  function takeCode(pool: string, changes: Changes): CodeNumber {
    const key = takenKey(pool)
    const number = (changes.counts.get(key) ?? state.count(key)) + 1
    changes.counts.set(key, number)
    return { pool, number }
  }

  function apply(effects: readonly Effect[]): { awards: readonly OwedAward[] } | Refused {
    const changes: Changes = { counts: new Map(), facts: new Map(), sources: new Set(), awards: [] }
    for (const effect of effects) {
      const refused = change(effect, changes)
      if (refused) return refused
    }
    for (const [key, value] of changes.counts) counts.set(key, value)
    for (const [key, value] of changes.facts) facts.set(key, value)
    for (const source of changes.sources) sources.add(source)
    return { awards: changes.awards }
  }

  return { state, missing, counts, apply }
}

function withAdded(known: readonly StoredFact[], added: ReadonlyMap<string, Json>, prefix: string): readonly StoredFact[] {
  const more: StoredFact[] = []
  for (const [key, value] of added) if (key.startsWith(prefix)) more.push({ key, value })
  if (more.length === 0) return known
  return [...known, ...more].sort((a, b) => (a.key < b.key ? -1 : 1))
}
