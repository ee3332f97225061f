import { table, type Insertion, type Session } from '../store/session'
import { takenKey } from './stored'
import type { CodeNumber, Vault } from './vault'
import type { Scope } from './wish'

const insertCodes: Insertion = { into: 'codes', columns: { activity: 'text', pool: 'text', number: 'bigint', sealed: 'text', blind: 'text' } }

interface Lot {
  readonly activity: string
  readonly pool: string
  readonly codes: readonly string[]
}

/** Adds codes to a pool behind those that are there; codes that it holds already are skipped. Gives the number added. */
export async function addCodes(session: Session, vault: Vault, { activity, pool, codes }: Lot): Promise<number> {
  const blinds = new Map(codes.map((code) => [vault.blind(activity, pool, code), code]))
  for (const blind of await knownBlinds(session, { activity, pool }, [...blinds.keys()])) blinds.delete(blind)
  if (blinds.size === 0) return 0
  const [row] = await session.all<{ added: number }>(
    `insert into code_pools (activity, pool, added) values (?, ?, ?)
      on conflict (activity, pool) do update set added = code_pools.added + excluded.added returning added`,
    activity,
    pool,
    blinds.size,
  )
  const first = row!.added - blinds.size + 1
  await noteLot(session, { activity, pool, first, added: blinds.size })
  await session.insert(
    insertCodes,
    [...blinds].map(([blind, code], i) => [activity, pool, first + i, vault.seal(activity, { pool, number: first + i }, code), blind]),
  )
  return blinds.size
}

/** Keeps how far the journal had come, so that a replay knows how many codes each of its commands could count on. */
async function noteLot(session: Session, { activity, pool, first, added }: { activity: string; pool: string; first: number; added: number }): Promise<void> {
  await session.all(
    `insert into code_lots (activity, pool, first, added, after_seq)
      values (?, ?, ?, ?, coalesce((select seq from lanes where activity = ? and realm = 'live'), 0))`,
    activity,
    pool,
    first,
    added,
    activity,
  )
}

async function knownBlinds(session: Session, { activity, pool }: { activity: string; pool: string }, blinds: readonly string[]): Promise<string[]> {
  const rows = await session.all<{ blind: string }>(
    'select blind from codes where activity = ? and pool = ? and blind in (select cast(value ->> 0 as text) from rows(?))',
    activity,
    pool,
    table(blinds.map((blind) => [blind])),
  )
  return rows.map(({ blind }) => blind)
}

/** A pool as the team sees it. `assigned` counts live awards. */
export interface CodePool {
  readonly pool: string
  readonly total: number
  readonly free: number
  readonly assigned: number
}

export async function codePools(session: Session, activity: string): Promise<CodePool[]> {
  const pools = await session.all<{ pool: string; added: number }>('select pool, added from code_pools where activity = ? order by pool', activity)
  const taken = await session.all<{ key: string; value: number }>(
    "select key, value from counters where activity = ? and realm = 'live' and key in (select cast(value ->> 0 as text) from rows(?))",
    activity,
    table(pools.map(({ pool }) => [takenKey(pool)])),
  )
  const counts = new Map(taken.map(({ key, value }) => [key, value]))
  return pools.map(({ pool, added }) => {
    const assigned = counts.get(takenKey(pool)) ?? 0
    return { pool, total: added, free: added - assigned, assigned }
  })
}

/** What stands on a code that was won. */
export type CodeTexts = (code: CodeNumber) => string

/** The texts of codes that were won. Rehearsals hand out made-up ones, so that no real code is spent. */
export async function loadCodeTexts(session: Session, vault: Vault, { activity, realm }: Scope, won: readonly CodeNumber[]): Promise<CodeTexts> {
  if (realm === 'rehearsal') return ({ number }) => `TEST-${number}`
  const texts = won.length === 0 ? new Map<string, string>() : await openAll(session, vault, activity, won)
  return (code) => {
    const text = texts.get(codeName(code))
    if (text === undefined) throw new Error(`Pool "${code.pool}" has no code number ${code.number}.`)
    return text
  }
}

async function openAll(session: Session, vault: Vault, activity: string, won: readonly CodeNumber[]): Promise<Map<string, string>> {
  const rows = await session.all<CodeNumber & { sealed: string }>(
    `select c.pool, c.number, c.sealed from rows(?) r cross join codes c
      where c.activity = ? and c.pool = cast(r.value ->> 0 as text) and c.number = cast(r.value ->> 1 as bigint)`,
    table(won.map(({ pool, number }) => [pool, number])),
    activity,
  )
  return new Map(rows.map((row) => [codeName(row), vault.open(activity, row, row.sealed)]))
}

function codeName({ pool, number }: CodeNumber): string {
  return `${number} ${pool}`
}
