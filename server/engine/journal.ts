import type { Effect, Json, Realm } from '../../schemas/play'
import type { Session } from '../store/session'
import type { RecordedAward } from './recordedAwards'
import type { JournalTableRow } from './tables'
import type { Scope } from './wish'

/** One recorded command, as exports and verifiers read it. */
export interface JournalRow {
  readonly activity: string
  readonly realm: Realm
  readonly seq: number
  readonly visitor: string
  readonly key: string
  readonly play: string
  readonly action: string
  readonly input: Json
  /** The release that the visitor was shown; null: not told. */
  readonly shown: string | null
  /** The release and the rules it was decided under. */
  readonly release: string
  readonly rulesVersion: string
  readonly at: number
  readonly dayKey: string
  readonly epoch: number
  readonly random: string
  readonly receipt: string
  readonly result: Json
  readonly effects: readonly Effect[]
  readonly awards: readonly RecordedAward[]
  readonly bodyHash: string
  readonly prevHash: string
  readonly hash: string
}

/** The rows as they are stored, from the one after `after` on, in order. */
export function tableRows(
  session: Session,
  { activity, realm }: Scope,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<JournalTableRow[]> {
  return session.all<JournalTableRow>('select * from journal where activity = ? and realm = ? and seq > ? order by seq limit ?', activity, realm, after, limit)
}

export function journalRow(row: JournalTableRow): JournalRow {
  return {
    activity: row.activity,
    realm: row.realm,
    seq: row.seq,
    visitor: row.visitor,
    key: row.key,
    play: row.play,
    action: row.action,
    input: JSON.parse(row.input) as Json,
    shown: row.shown,
    release: row.release,
    rulesVersion: row.rules_hash,
    at: row.at,
    dayKey: row.day_key,
    epoch: row.epoch,
    random: row.random,
    receipt: row.receipt,
    result: JSON.parse(row.result) as Json,
    effects: JSON.parse(row.effects) as Effect[],
    awards: JSON.parse(row.awards) as RecordedAward[],
    bodyHash: row.body_hash,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}

const pageSize = 1000

/** The whole journal, a page at a time; the process may answer others between pages. */
export async function* journalPages(session: Session, scope: Scope): AsyncGenerator<readonly JournalTableRow[]> {
  for (let after = 0; ;) {
    const page = await tableRows(session, scope, { after, limit: pageSize })
    if (page.length === 0) return
    yield page
    after = page.at(-1)!.seq
    await new Promise(setImmediate)
  }
}
