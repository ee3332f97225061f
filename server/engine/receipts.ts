import { canonicalJson } from '../../schemas/canonical'
import { refuse, type Json, type Receipt } from '../../schemas/play'
import { table, type Session } from '../store/session'
import { sha256 } from './chain'
import { loadCodeTexts, type CodeTexts } from './codes'
import { codesIn, withCode, type RecordedAward } from './recordedAwards'
import type { JournalTableRow } from './tables'
import type { Vault } from './vault'
import type { Answer, Scope, Wish } from './wish'

type ReceiptRow = Pick<
  JournalTableRow,
  'visitor' | 'key' | 'body_hash' | 'receipt' | 'seq' | 'play' | 'action' | 'at' | 'day_key' | 'rules_hash' | 'release' | 'result' | 'awards'
>

/** A receipt that a key was given before, and what it was given for. */
export interface Given {
  readonly bodyHash: string
  readonly receipt: Receipt
}

/** One name for a visitor and a key. Ids hold no line break. */
export function keyName({ visitor, key }: { readonly visitor: string; readonly key: string }): string {
  return `${visitor}\n${key}`
}

/** What a wish is for, whatever release it was made under: the same wish has the same hash. */
export function bodyHashOf({ play, action, input }: Wish): string {
  return sha256(canonicalJson({ play, action, input }))
}

/** The answer to a key that was used already. */
export function answerAgain({ bodyHash, receipt }: Given, wantedHash: string): Answer {
  return bodyHash === wantedHash ? { receipt, replayed: true } : { refused: refuse('key-reused') }
}

/** The receipts that the keys of a batch were given before, by `keyName`. */
export async function loadGiven(session: Session, vault: Vault, { activity, realm }: Scope, wishes: readonly Wish[]): Promise<Map<string, Given>> {
  const rows = await session.all<ReceiptRow>(
    `select j.visitor, j.key, j.body_hash, j.receipt, j.seq, j.play, j.action, j.at, j.day_key, j.rules_hash, j.release, j.result, j.awards
      from rows(?) r cross join journal j
      where j.activity = ? and j.realm = ? and j.visitor = cast(r.value ->> 0 as text) and j.key = cast(r.value ->> 1 as text)`,
    table(wishes.map(({ visitor, key }) => [visitor, key])),
    activity,
    realm,
  )
  const texts = await loadCodeTexts(
    session,
    vault,
    { activity, realm },
    rows.flatMap((row) => codesIn(awardsIn(row))),
  )
  return new Map(rows.map((row) => [keyName(row), { bodyHash: row.body_hash, receipt: receiptOf(row, texts) }]))
}

/** What others were given with the act is no business of who acted. */
function awardsIn({ awards }: Pick<ReceiptRow, 'awards'>): RecordedAward[] {
  return (JSON.parse(awards) as RecordedAward[]).filter(({ to }) => to === undefined)
}

export function receiptOf(row: ReceiptRow, texts: CodeTexts): Receipt {
  return {
    id: row.receipt,
    seq: row.seq,
    play: row.play,
    action: row.action,
    at: row.at,
    dayKey: row.day_key,
    rulesVersion: row.rules_hash,
    release: row.release,
    result: JSON.parse(row.result) as Json,
    awards: awardsIn(row).map((award) => withCode(award, texts)),
  }
}
