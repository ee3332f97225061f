import type { AwardState, Effect } from '../../schemas/play'
import type { Parameter, Session } from '../store/session'
import { countNodes, ranked, setStanding, standingOf, type NodeCounts, type Standings } from './boardScores'
import { nodeCells } from './boards'
import type { RecordedAward } from './recordedAwards'
import { takenKey } from './stored'
import type { JournalTableRow } from './tables'
import type { Scope } from './wish'

type Cells = readonly Parameter[]

/** What a journal comes to, as far as it was read. */
export interface Folds {
  readonly counters: Map<string, number>
  readonly facts: Cells[]
  readonly standings: Standings
  /** Without their states. */
  readonly awards: Cells[]
}

/** The rows of the tables that are folds of the journal and of the moves of awards, in the columns of `Rows`. */
export interface FoldedTables {
  readonly counters: readonly Cells[]
  readonly facts: readonly Cells[]
  readonly scores: readonly Cells[]
  readonly nodes: readonly Cells[]
  readonly awards: readonly Cells[]
}

export function createFolds(): Folds {
  return { counters: new Map(), facts: [], standings: new Map(), awards: [] }
}

export function foldRow(folds: Folds, row: JournalTableRow): void {
  const awards = JSON.parse(row.awards) as RecordedAward[]
  let won = 0
  for (const effect of JSON.parse(row.effects) as Effect[]) {
    switch (effect.do) {
      case 'count':
        add(folds.counters, effect.key, effect.by)
        break
      case 'fact':
        folds.facts.push([effect.key, JSON.stringify(effect.value), row.visitor, row.seq, row.at])
        break
      case 'rank': {
        const { board, member } = effect
        setStanding(folds.standings, board, member, ranked(standingOf(folds.standings, board, member), { effect, seq: row.seq }))
        break
      }
      case 'award':
        foldAward(folds, row, effect, awards[won++]!)
        break
      case 'emit':
        break
      default:
        effect satisfies never
    }
  }
}

function foldAward(folds: Folds, row: JournalTableRow, { source, snapshot, pool, to }: Extract<Effect, { readonly do: 'award' }>, award: RecordedAward): void {
  const number = pool === undefined ? null : add(folds.counters, takenKey(pool), 1)
  folds.awards.push([award.id, row.seq, to ?? row.visitor, row.play, source, snapshot.prize, JSON.stringify(snapshot), row.at, pool ?? null, number])
}

function add(counters: Map<string, number>, key: string, by: number): number {
  const value = (counters.get(key) ?? 0) + by
  counters.set(key, value)
  return value
}

/** `states`: what awards were moved to. */
export function tablesOf({ counters, facts, standings, awards }: Folds, states: ReadonlyMap<string, AwardState>): FoldedTables {
  const counts: NodeCounts = new Map()
  const scores: Cells[] = []
  for (const [board, members] of standings) {
    for (const [member, standing] of members) {
      countNodes(counts, board, standing, 1)
      scores.push([board, member, standing.score, standing.reached])
    }
  }
  return { counters: [...counters], facts, scores, nodes: nodeCells(counts), awards: awards.map((cells) => withState(cells, states)) }
}

/** An award's cells as they are stored: its state stands before `at`. */
function withState(cells: Cells, states: ReadonlyMap<string, AwardState>): Cells {
  return [...cells.slice(0, 7), states.get(String(cells[0])) ?? 'granted', ...cells.slice(7)]
}

/** The same tables as they are stored. */
export async function storedTables(session: Session, { activity, realm }: Scope): Promise<FoldedTables> {
  const all = async (columns: string, from: string) => {
    const rows = await session.all<{ [column: string]: Parameter }>(`select ${columns} from ${from} where activity = ? and realm = ?`, activity, realm)
    return rows.map((row) => Object.values(row))
  }
  return {
    counters: await all('key, value', 'counters'),
    facts: await all('key, value, visitor, seq, at', 'facts'),
    scores: await all('board, member, score, reached', 'board_scores'),
    nodes: await all('board, tree, level, prefix, n', 'board_counts'),
    awards: await all('id, seq, visitor, play, source, prize, snapshot, state, at, pool, code_number', 'awards'),
  }
}
