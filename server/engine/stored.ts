import type { Json, Reads } from '../../schemas/play'
import { table, type Session } from '../store/session'
import type { Scope } from './wish'

export interface StoredFact {
  readonly key: string
  readonly value: Json
}

/** Names of state, gathered until they are loaded together. */
export interface Wanted {
  readonly counts: Set<string>
  readonly facts: Set<string>
  /** Prefixes, with how many facts are wanted at most. */
  readonly factsUnder: Map<string, number>
  readonly pools: Set<string>
  readonly sources: Set<string>
}

/** State as it is committed, as far as it was loaded. What is in none of the maps was not asked for yet. */
export interface Stored {
  readonly counts: Map<string, number>
  readonly facts: Map<string, Json | undefined>
  readonly factsUnder: Map<string, readonly StoredFact[]>
  /** Codes that a pool ever held. */
  readonly pools: Map<string, number>
  /** Whether an award of this source exists. */
  readonly sources: Map<string, boolean>
}

export function createStored(): Stored {
  return { counts: new Map(), facts: new Map(), factsUnder: new Map(), pools: new Map(), sources: new Map() }
}

export function createWanted(): Wanted {
  return { counts: new Set(), facts: new Set(), factsUnder: new Map(), pools: new Set(), sources: new Set() }
}

/** How many codes of a pool this realm has handed out is a counter too. No play's id can start with a colon. */
export function takenKey(pool: string): string {
  return `:codes/${pool}/taken`
}

export function want(wanted: Wanted, reads: Reads): void {
  for (const key of reads.counts ?? []) wanted.counts.add(key)
  for (const key of reads.facts ?? []) wanted.facts.add(key)
  for (const asked of reads.factsUnder ?? []) {
    const { prefix, last } = typeof asked === 'string' ? { prefix: asked, last: Infinity } : asked
    wanted.factsUnder.set(prefix, Math.max(last, wanted.factsUnder.get(prefix) ?? 0))
  }
  for (const pool of reads.pools ?? []) {
    wanted.pools.add(pool)
    wanted.counts.add(takenKey(pool))
  }
}

/** Loads what is wanted, one statement a sort. True when anything was there: what was decided without it must be decided again. */
export async function load(session: Session, scope: Scope, wanted: Wanted, stored: Stored): Promise<boolean> {
  const found = [
    await loadCounts(session, scope, [...wanted.counts], stored),
    await loadFacts(session, scope, [...wanted.facts], stored),
    await loadFactsUnder(
      session,
      scope,
      [...wanted.factsUnder].filter(([, last]) => last === Infinity).map(([prefix]) => prefix),
      stored,
    ),
    await loadLastFacts(
      session,
      scope,
      [...wanted.factsUnder].filter(([, last]) => last !== Infinity),
      stored,
    ),
    await loadPools(session, scope, [...wanted.pools], stored),
    await loadSources(session, scope, [...wanted.sources], stored),
  ]
  return found.includes(true)
}

const keyed = 'key in (select cast(value ->> 0 as text) from rows(?))'

function list(names: readonly string[]): string {
  return table(names.map((name) => [name]))
}

async function loadCounts(session: Session, { activity, realm }: Scope, keys: readonly string[], { counts }: Stored): Promise<boolean> {
  if (keys.length === 0) return false
  for (const key of keys) counts.set(key, 0)
  const rows = await session.all<{ key: string; value: number }>(
    `select key, value from counters where activity = ? and realm = ? and ${keyed}`,
    activity,
    realm,
    list(keys),
  )
  for (const { key, value } of rows) counts.set(key, value)
  return rows.length > 0
}

async function loadFacts(session: Session, { activity, realm }: Scope, keys: readonly string[], { facts }: Stored): Promise<boolean> {
  if (keys.length === 0) return false
  for (const key of keys) facts.set(key, undefined)
  const rows = await session.all<{ key: string; value: string }>(
    `select key, value from facts where activity = ? and realm = ? and ${keyed}`,
    activity,
    realm,
    list(keys),
  )
  for (const { key, value } of rows) facts.set(key, JSON.parse(value) as Json)
  return rows.length > 0
}

/** Sorts after every key that starts with the prefix. */
const afterAll = '\u{10FFFF}'

async function loadFactsUnder(session: Session, { activity, realm }: Scope, prefixes: readonly string[], { factsUnder }: Stored): Promise<boolean> {
  if (prefixes.length === 0) return false
  const rows = await session.all<{ prefix: string; key: string; value: string }>(
    `select cast(r.value ->> 0 as text) as prefix, f.key, f.value from rows(?) r cross join facts f
      where f.activity = ? and f.realm = ? and f.key >= cast(r.value ->> 0 as text) and f.key < cast(r.value ->> 1 as text) order by f.key`,
    table(prefixes.map((prefix) => [prefix, prefix + afterAll])),
    activity,
    realm,
  )
  const under = new Map<string, StoredFact[]>(prefixes.map((prefix) => [prefix, []]))
  for (const { prefix, key, value } of rows) under.get(prefix)!.push({ key, value: JSON.parse(value) as Json })
  for (const [prefix, facts] of under) factsUnder.set(prefix, facts)
  return rows.length > 0
}

async function loadLastFacts(
  session: Session,
  { activity, realm }: Scope,
  asked: readonly (readonly [prefix: string, last: number])[],
  { factsUnder }: Stored,
): Promise<boolean> {
  for (const [prefix, last] of asked) {
    const rows = await session.all<{ key: string; value: string }>(
      'select key, value from facts where activity = ? and realm = ? and key >= ? and key < ? order by key desc limit ?',
      activity,
      realm,
      prefix,
      prefix + afterAll,
      last,
    )
    factsUnder.set(
      prefix,
      rows.reverse().map(({ key, value }) => ({ key, value: JSON.parse(value) as Json })),
    )
  }
  return [...asked].some(([prefix]) => factsUnder.get(prefix)!.length > 0)
}

async function loadPools(session: Session, { activity }: Scope, names: readonly string[], { pools }: Stored): Promise<boolean> {
  if (names.length === 0) return false
  for (const pool of names) pools.set(pool, 0)
  const rows = await session.all<{ pool: string; added: number }>(
    'select pool, added from code_pools where activity = ? and pool in (select cast(value ->> 0 as text) from rows(?))',
    activity,
    list(names),
  )
  for (const { pool, added } of rows) pools.set(pool, added)
  return rows.length > 0
}

async function loadSources(session: Session, { activity, realm }: Scope, names: readonly string[], { sources }: Stored): Promise<boolean> {
  if (names.length === 0) return false
  for (const source of names) sources.set(source, false)
  const rows = await session.all<{ source: string }>(
    'select source from awards where activity = ? and realm = ? and source in (select cast(value ->> 0 as text) from rows(?))',
    activity,
    realm,
    list(names),
  )
  for (const { source } of rows) sources.set(source, true)
  return rows.length > 0
}
