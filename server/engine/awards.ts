import type { Award, AwardState, PrizeSnapshot, Winner } from '../../schemas/play'
import type { Parameter, Session } from '../store/session'
import { loadCodeTexts } from './codes'
import { maskName } from './maskName'
import { codesIn } from './recordedAwards'
import type { AwardRow } from './tables'
import type { CodeNumber, Vault } from './vault'
import type { Scope } from './wish'

/** An award with whose it is, for the team. */
export interface OwnedAward extends Award {
  readonly visitor: string
  readonly seq: number
  readonly source: string
}

export interface AwardFilter {
  readonly visitor?: string | undefined
  readonly play?: string | undefined
  /** Only awards of commands before this seq: the page after the one that ended there. */
  readonly before?: number | undefined
  /** Opens the codes that were won. For exports only. */
  readonly withCodes?: boolean
  readonly limit: number
}

/** A visitor's own, newest first, with their codes. */
export async function awardsOf(session: Session, vault: Vault, scope: Scope, filter: AwardFilter & { readonly visitor: string }): Promise<Award[]> {
  const owned = await ownedAwards(session, vault, scope, { ...filter, withCodes: true })
  return owned.map(({ id, play, snapshot, state, at, code }) => ({ id, play, snapshot, state, at, ...(code === undefined ? {} : { code }) }))
}

/** Newest first; a whole command's awards together, so a page may be a little longer than `limit`. */
export async function ownedAwards(
  session: Session,
  vault: Vault,
  { activity, realm }: Scope,
  { visitor, play, before, limit, withCodes = false }: AwardFilter,
): Promise<OwnedAward[]> {
  const filters: [string, Parameter | undefined][] = [
    ['visitor = ?', visitor],
    ['play = ?', play],
    ['seq < ?', before],
  ]
  const used = filters.filter((filter): filter is [string, Parameter] => filter[1] !== undefined)
  const where = ['activity = ? and realm = ?', ...used.map(([text]) => text)].join(' and ')
  const given = [activity, realm, ...used.map(([, value]) => value)]
  const rows = await session.all<AwardRow>(
    `select * from awards where ${where} and seq >= coalesce((select min(seq) from (select seq from awards where ${where} order by seq desc limit ?) page), 0) order by seq desc, id`,
    ...given,
    ...given,
    limit,
  )
  const codes = rows.map((row) => ({ code: withCodes ? codeOf(row) : null }))
  const texts = await loadCodeTexts(session, vault, { activity, realm }, codesIn(codes))
  return rows.map((row, i) => ({ ...ownedAward(row), ...(codes[i]!.code ? { code: texts(codes[i]!.code!) } : {}) }))
}

function codeOf({ pool, code_number }: AwardRow): CodeNumber | null {
  return pool === null || code_number === null ? null : { pool, number: code_number }
}

function ownedAward(row: AwardRow): OwnedAward {
  return {
    id: row.id,
    play: row.play,
    visitor: row.visitor,
    seq: row.seq,
    source: row.source,
    at: row.at,
    snapshot: JSON.parse(row.snapshot) as PrizeSnapshot,
    // Only states of the type are ever written.
    state: row.state as AwardState,
  }
}

/** The most recent winners of a play, their names masked. */
export async function winnersOf(session: Session, { activity, realm }: Scope, play: string, n: number): Promise<Winner[]> {
  const rows = await session.all<Pick<AwardRow, 'visitor' | 'prize' | 'snapshot' | 'at'> & { name: string | null }>(
    `select a.visitor, a.prize, a.snapshot, a.at, v.name from awards a left join visitors v on v.id = a.visitor and v.activity = a.activity
      where a.activity = ? and a.realm = ? and a.play = ? order by a.seq desc, a.id limit ?`,
    activity,
    realm,
    play,
    n,
  )
  return rows.map(({ visitor, prize, snapshot, at, name }) => ({
    name: maskName(name, visitor),
    prize,
    title: (JSON.parse(snapshot) as PrizeSnapshot).title,
    at,
  }))
}
