import type { AwardState } from '../../schemas/play'
import type { Session } from '../store/session'
import { chainStart, commitmentOf, randomOf, sealOf, sha256 } from './chain'
import { createFolds, foldRow, storedTables, tablesOf, type FoldedTables, type Folds } from './fold'
import { journalPages } from './journal'
import { readMoves } from './moves'
import { createReplay, type Deciding } from './replay'
import type { JournalTableRow, LaneRow, SeedRow } from './tables'
import type { Scope } from './wish'

export interface Verified {
  /** Rows of the journal. */
  readonly rows: number
  /** How many of them were decided again, and came out the same where `problems` says nothing else. */
  readonly replayed: number
  /** The last row's hash: it stands for the whole journal. */
  readonly head: string
  /** What does not hold, the first of them; none: the journal is whole, and every table says what it says. */
  readonly problems: readonly { readonly seq: number | null; readonly text: string }[]
}

const maxProblems = 50

/**
 * Reads a whole journal: checks the chain, the seeds and the random numbers, decides every live command again, and
 * compares every table that is a fold of the journal. Rehearsals may have been played by drafts that nobody kept.
 */
export async function verify(session: Session, scope: Scope, deciding: Deciding): Promise<Verified> {
  const replay = scope.realm === 'live' ? await createReplay(session, scope, deciding) : null
  const { folds, states, ...read } = await readJournal(session, scope, (row, before) => replay?.check(row, before) ?? null)
  const problems = [
    ...read.problems,
    ...(await rulesProblems(session, scope)),
    ...differences(tablesOf(folds, states), await storedTables(session, scope)),
    ...(await headProblems(session, scope, read)),
  ]
  return { rows: read.rows, replayed: replay?.count() ?? 0, head: read.head, problems: problems.slice(0, maxProblems) }
}

type Problem = Verified['problems'][number]

export interface JournalRead {
  readonly folds: Folds
  /** The states that awards were moved to. */
  readonly states: ReadonlyMap<string, AwardState>
  readonly rows: number
  readonly head: string
  readonly problems: readonly Problem[]
}

/** Folds a whole journal and the moves of its awards, and says where their chains do not hold. `check` may find fault with a row, given what came before it. */
export async function readJournal(
  session: Session,
  scope: Scope,
  check: (row: JournalTableRow, before: Folds) => Promise<string | null> | null = () => null,
): Promise<JournalRead> {
  const folds = createFolds()
  const { seeds, problems } = await loadSeeds(session, scope)
  const moves = await readMoves(session, scope)
  problems.push(...moves.problems.map((text) => ({ seq: null, text })))
  let last: Pick<JournalTableRow, 'seq' | 'hash' | 'at'> = { seq: 0, hash: chainStart, at: 0 }
  for await (const page of journalPages(session, scope)) {
    for (const row of page) {
      problems.push(...linkProblems(row, last, seeds.get(row.epoch)))
      const fault = await check(row, folds)
      if (fault !== null) problems.push({ seq: row.seq, text: fault })
      foldRow(folds, row)
      last = row
    }
  }
  return { folds, states: moves.states, rows: last.seq, head: last.hash, problems }
}

async function loadSeeds(session: Session, { activity, realm }: Scope): Promise<{ seeds: Map<number, string>; problems: Problem[] }> {
  const rows = await session.all<SeedRow>('select * from seeds where activity = ? and realm = ?', activity, realm)
  const broken = rows.filter(({ seed, commitment }) => commitmentOf(seed) !== commitment)
  return {
    seeds: new Map(rows.map(({ epoch, seed }) => [epoch, seed])),
    problems: broken.map(({ epoch }) => ({ seq: null, text: `The seed of epoch ${epoch} is not the one that was committed to.` })),
  }
}

function linkProblems(row: JournalTableRow, last: Pick<JournalTableRow, 'seq' | 'hash' | 'at'>, seed: string | undefined): Problem[] {
  const texts: string[] = []
  if (row.seq !== last.seq + 1) texts.push(`Row ${last.seq + 1} is missing.`)
  if (row.prev_hash !== last.hash) texts.push('It does not follow from the row before it.')
  if (row.hash !== sealOf(row)) texts.push('It was changed after it was written.')
  if (row.at < last.at) texts.push('It is earlier than the row before it.')
  if (seed === undefined || row.random !== randomOf(seed, row)) texts.push('Its random number does not come from the seed.')
  return texts.map((text) => ({ seq: row.seq, text }))
}

async function headProblems(session: Session, { activity, realm }: Scope, { rows, head }: Pick<JournalRead, 'rows' | 'head'>): Promise<Problem[]> {
  const [lane] = await session.all<LaneRow>('select * from lanes where activity = ? and realm = ?', activity, realm)
  if ((lane?.seq ?? 0) === rows && (lane?.last_hash ?? chainStart) === head) return []
  return [{ seq: rows, text: `The journal ends with row ${rows}, but row ${lane?.seq ?? 0} was recorded as the last.` }]
}

/** Rules are named by the hash of their text. */
async function rulesProblems(session: Session, { activity }: Scope): Promise<Problem[]> {
  const rows = await session.all<{ hash: string; document: string }>('select hash, document from versions where activity = ? and "of" = \'rules\'', activity)
  return rows
    .filter(({ hash, document }) => sha256(document) !== hash)
    .map(({ hash }) => ({ seq: null, text: `The rules ${hash} were changed after they were kept.` }))
}

function differences(folded: FoldedTables, stored: FoldedTables): Problem[] {
  // Both records have the same names.
  return (Object.keys(folded) as (keyof FoldedTables)[]).flatMap((name) => {
    const wanted = new Set(folded[name].map((cells) => JSON.stringify(cells)))
    const found = new Set(stored[name].map((cells) => JSON.stringify(cells)))
    const missing = [...wanted].filter((cells) => !found.has(cells)).map((cells) => `The table of ${name} lacks ${cells}.`)
    const foreign = [...found].filter((cells) => !wanted.has(cells)).map((cells) => `The table of ${name} holds ${cells}, which the journal does not say.`)
    return [...missing, ...foreign].map((text) => ({ seq: null, text }))
  })
}
