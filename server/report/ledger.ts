import type { JournalRow } from '../engine/engine'
import { perWorld } from '../perWorld'
import { readRulesVersion } from '../versions/versions'
import type { World } from '../world'

/** What the journal says of one day, or of all. Sets hold visitors. */
export interface LedgerCounts {
  readonly participants: Set<string>
  readonly drawers: Set<string>
  readonly winners: Set<string>
  acts: number
  draws: number
  wins: number
  checkIns: number
}

export interface PlayCounts {
  readonly kind: string
  readonly participants: Set<string>
  acts: number
}

/** A fold of an activity's journal as far as `seq`. */
export interface Ledger {
  seq: number
  readonly all: LedgerCounts
  readonly days: Map<string, LedgerCounts>
  readonly plays: Map<string, PlayCounts>
  /** Pieces awarded, by prize. */
  readonly awarded: Map<string, number>
}

const pageSize = 2000
/** Folds are kept in memory: as many as a team looks at in one day. */
const mostKept = 8
const kept = perWorld(() => new Map<string, { ledger: Ledger; turn: Promise<void> }>())

/** The journal of live visitors, added up to its present end. Only what is new since the last look is read. */
export async function ledgerOf(world: World, activity: string): Promise<Ledger> {
  const all = kept(world)
  const mine = all.get(activity) ?? { ledger: emptyLedger(), turn: Promise.resolve() }
  all.delete(activity)
  all.set(activity, mine)
  if (all.size > mostKept) all.delete(all.keys().next().value!)
  mine.turn = mine.turn.catch(() => undefined).then(() => readOn(world, activity, mine.ledger))
  await mine.turn
  return mine.ledger
}

async function readOn(world: World, activity: string, ledger: Ledger): Promise<void> {
  const kinds = new Map<string, { readonly [play: string]: string }>()
  for (;;) {
    const rows = await world.engine.journal(activity, 'live', { after: ledger.seq, limit: pageSize })
    for (const row of rows) {
      if (!kinds.has(row.rulesVersion)) kinds.set(row.rulesVersion, await kindsOf(world, activity, row.rulesVersion))
      addRow(ledger, row, kinds.get(row.rulesVersion)![row.play] ?? '')
    }
    if (rows.length < pageSize) return
  }
}

async function kindsOf(world: World, activity: string, rulesVersion: string): Promise<{ readonly [play: string]: string }> {
  const rules = await readRulesVersion(world.store.db, activity, rulesVersion)
  return Object.fromEntries(Object.entries(rules?.document.plays ?? {}).map(([play, { kind }]) => [play, kind]))
}

function emptyCounts(): LedgerCounts {
  return { participants: new Set(), drawers: new Set(), winners: new Set(), acts: 0, draws: 0, wins: 0, checkIns: 0 }
}

function emptyLedger(): Ledger {
  return { seq: 0, all: emptyCounts(), days: new Map(), plays: new Map(), awarded: new Map() }
}

function addRow(ledger: Ledger, row: JournalRow, kind: string): void {
  const day = ledger.days.get(row.dayKey) ?? emptyCounts()
  ledger.days.set(row.dayKey, day)
  for (const counts of [ledger.all, day]) addCounts(counts, row, kind)
  const play = ledger.plays.get(row.play) ?? { kind, participants: new Set<string>(), acts: 0 }
  play.acts++
  play.participants.add(row.visitor)
  ledger.plays.set(row.play, play)
  for (const { snapshot } of row.awards) ledger.awarded.set(snapshot.prize, (ledger.awarded.get(snapshot.prize) ?? 0) + 1)
  ledger.seq = row.seq
}

function addCounts(counts: LedgerCounts, { visitor, action, awards }: JournalRow, kind: string): void {
  counts.participants.add(visitor)
  counts.acts++
  // Making up for a missed day is another action.
  if (kind === 'check-in' && action === 'check-in') counts.checkIns++
  if (kind !== 'lottery') return
  counts.draws++
  counts.drawers.add(visitor)
  if (awards.length === 0) return
  counts.wins++
  counts.winners.add(visitor)
}
