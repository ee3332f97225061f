import type { Session } from '../store/session'
import { chainStart, commitmentOf, randomOf, sealOf } from './chain'
import { createFolds, foldRow, storedTables, tablesOf, type FoldedTables, type Folds } from './fold'
import { journalPages } from './journal'
import type { JournalTableRow, LaneRow, SeedRow } from './tables'
import type { Scope } from './wish'

export interface Verified {
  /** Rows of the journal. */
  readonly rows: number
  /** The last row's hash: it stands for the whole journal. */
  readonly head: string
  /** What does not hold, the first of them; none: the journal is whole, and every table says what it says. */
  readonly problems: readonly { readonly seq: number | null; readonly text: string }[]
}

const maxProblems = 50

/** Reads a whole journal: checks the chain, the random numbers and the seeds, and compares every table that is a fold of it. */
export async function verify(session: Session, scope: Scope): Promise<Verified> {
  const { folds, ...read } = await readJournal(session, scope)
  const problems = [...read.problems, ...differences(tablesOf(folds), await storedTables(session, scope)), ...(await headProblems(session, scope, read))]
  return { rows: read.rows, head: read.head, problems: problems.slice(0, maxProblems) }
}

type Problem = Verified['problems'][number]

export interface JournalRead {
  readonly folds: Folds
  readonly rows: number
  readonly head: string
  readonly problems: readonly Problem[]
}

/** Folds a whole journal, and says where its chain does not hold. */
export async function readJournal(session: Session, scope: Scope): Promise<JournalRead> {
  const folds = createFolds()
  const { seeds, problems } = await loadSeeds(session, scope)
  let last: Pick<JournalTableRow, 'seq' | 'hash' | 'at'> = { seq: 0, hash: chainStart, at: 0 }
  for await (const page of journalPages(session, scope)) {
    for (const row of page) {
      problems.push(...linkProblems(row, last, seeds.get(row.epoch)))
      foldRow(folds, row)
      last = row
    }
  }
  return { folds, rows: last.seq, head: last.hash, problems }
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

async function headProblems(session: Session, { activity, realm }: Scope, { rows, head }: JournalRead | Omit<JournalRead, 'folds'>): Promise<Problem[]> {
  const [lane] = await session.all<LaneRow>('select * from lanes where activity = ? and realm = ?', activity, realm)
  if ((lane?.seq ?? 0) === rows && (lane?.last_hash ?? chainStart) === head) return []
  return [{ seq: rows, text: `The journal ends with row ${rows}, but row ${lane?.seq ?? 0} was recorded as the last.` }]
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
