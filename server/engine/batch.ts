import type { Receipt } from '../../schemas/play'
import type { Session } from '../store/session'
import { updateBoards } from './boards'
import { sealOf, sha256 } from './chain'
import { loadCodeTexts } from './codes'
import { prepare, type Preparing } from './commands'
import { decideBatch, type Accepted, type Decided } from './decide'
import { loadHead, saveHead, type Head } from './head'
import type { Settled } from './lane'
import type { Overlay, OwedAward } from './overlay'
import { codesIn, recordAwards, type RecordedAward } from './recordedAwards'
import { answerAgain, receiptOf } from './receipts'
import type { JournalTableRow } from './tables'
import type { Scope, Wish } from './wish'
import { write } from './write'

/** Everything that a batch is carried out with, besides its wishes. */
export type Batching = Omit<Preparing, 'head'>

/** Carries out one batch inside a transaction. What it gives may be told once that has committed. */
export async function runBatch(parts: Batching, wishes: readonly Wish[]): Promise<readonly Settled[]> {
  const { session, scope } = parts
  const head = await loadHead(session, scope)
  if (!head) throw new Error(`No seed was opened for ${scope.activity} (${scope.realm}).`)
  const prepared = await prepare({ ...parts, head }, wishes)
  const { decided, overlay } = await decideBatch(session, scope, { prepared, kinds: parts.door.kinds })
  const accepted = decided.flatMap((one) => ('accepted' in one ? [one.accepted] : []))
  const rows = await record(session, scope, { head, accepted, overlay })
  const texts = await loadCodeTexts(
    session,
    parts.vault,
    scope,
    accepted.flatMap(({ awards }) => codesIn(awards)),
  )
  return settle(decided, new Map(accepted.map((one, i) => [one, receiptOf(rows[i]!, texts)])))
}

interface Outcome {
  readonly head: Head
  readonly accepted: readonly Accepted[]
  readonly overlay: Overlay
}

async function record(session: Session, scope: Scope, { head, accepted, overlay }: Outcome): Promise<readonly JournalTableRow[]> {
  if (accepted.length === 0) return []
  const awards = accepted.map((one) => recordAwards(one.command, one.awards))
  const journal = journalRows(head, accepted, awards)
  await write(session, scope, {
    journal,
    counters: [...overlay.counts],
    ...factRows(journal, accepted),
    ...awardRows(journal, accepted, awards),
    ...outboxRows(journal, accepted),
  })
  await updateBoards(
    session,
    scope,
    journal.flatMap(({ seq }, i) => accepted[i]!.effects.flatMap((effect) => (effect.do === 'rank' ? [{ effect, seq }] : []))),
  )
  const last = journal.at(-1)!
  await saveHead(session, scope, { seq: last.seq, at: last.at, day: last.day_key, hash: last.hash })
  return journal
}

function journalRows(head: Head, accepted: readonly Accepted[], awards: readonly (readonly RecordedAward[])[]): JournalTableRow[] {
  let previous = head.lastHash
  return accepted.map(({ command, bodyHash, terms, result, effects }, i) => {
    const { activity, realm, visitor, key, play, action, input, release, at, dayKey, random } = command
    const row = {
      activity,
      realm,
      seq: head.seq + 1 + i,
      visitor,
      key,
      body_hash: bodyHash,
      play,
      action,
      input: JSON.stringify(input),
      shown: release,
      release: terms.release,
      rules_hash: terms.version,
      at,
      day_key: dayKey,
      epoch: head.epoch,
      random,
      receipt: sha256(`${random}/receipt`).slice(0, 32),
      result: JSON.stringify(result),
      effects: JSON.stringify(effects),
      awards: JSON.stringify(awards[i]),
      prev_hash: previous,
    }
    previous = sealOf(row)
    return { ...row, hash: previous }
  })
}

function factRows(journal: readonly JournalTableRow[], accepted: readonly Accepted[]) {
  const facts = journal.flatMap(({ visitor, seq, at }, i) =>
    accepted[i]!.effects.flatMap((effect) => (effect.do === 'fact' ? [[effect.key, JSON.stringify(effect.value), visitor, seq, at]] : [])),
  )
  return { facts }
}

function awardRows(journal: readonly JournalTableRow[], accepted: readonly Accepted[], awards: readonly (readonly RecordedAward[])[]) {
  return { awards: journal.flatMap((row, i) => awards[i]!.map((award, n) => awardCells(row, award, accepted[i]!.awards[n]!))) }
}

function awardCells({ seq, visitor, play, at }: JournalTableRow, award: RecordedAward, { source, snapshot, code }: OwedAward) {
  return [award.id, seq, award.to ?? visitor, play, source, snapshot.prize, JSON.stringify(snapshot), award.state, at, code?.pool ?? null, code?.number ?? null]
}

function outboxRows(journal: readonly JournalTableRow[], accepted: readonly Accepted[]) {
  const outbox = journal.flatMap(({ seq, at }, i) =>
    accepted[i]!.effects.flatMap((effect, n) => (effect.do === 'emit' ? [[seq, n, effect.name, JSON.stringify(effect.body), at, null]] : [])),
  )
  return { outbox }
}

function settle(decided: readonly Decided[], receipts: ReadonlyMap<Accepted, Receipt>): Settled[] {
  return decided.map((one) => {
    if ('accepted' in one) return { receipt: receipts.get(one.accepted)!, replayed: false }
    if ('twin' in one) return answerAgain({ bodyHash: one.twin.bodyHash, receipt: receipts.get(one.twin)! }, one.bodyHash)
    return one
  })
}
