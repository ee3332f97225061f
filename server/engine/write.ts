import { table, type Insertion, type Parameter, type Session } from '../store/session'
import { sealedColumns } from './chain'
import type { JournalTableRow } from './tables'
import type { Scope } from './wish'

function insertion(into: string, columns: Insertion['columns'], conflict = ''): Insertion {
  return { into, columns: { activity: 'text', realm: 'text', ...columns }, conflict }
}

const numbers = new Set<string>(['seq', 'at', 'epoch'])
const journalColumns = [...sealedColumns.slice(2), 'hash'] as const

const insertJournal = insertion('journal', Object.fromEntries(journalColumns.map((name) => [name, numbers.has(name) ? 'bigint' : 'text'] as const)))
const upsertCounters = insertion('counters', { key: 'text', value: 'bigint' }, 'on conflict (activity, realm, key) do update set value = excluded.value')
const insertFacts = insertion('facts', { key: 'text', value: 'text', visitor: 'text', seq: 'bigint', at: 'bigint' })
const upsertScores = insertion(
  'board_scores',
  { board: 'text', member: 'text', score: 'bigint', reached: 'bigint' },
  'on conflict (activity, realm, board, member) do update set score = excluded.score, reached = excluded.reached',
)
const addCounts = insertion(
  'board_counts',
  { board: 'text', tree: 'bigint', level: 'bigint', prefix: 'bigint', n: 'bigint' },
  'on conflict (activity, realm, board, tree, level, prefix) do update set n = board_counts.n + excluded.n',
)
const insertAwards = insertion('awards', {
  id: 'text',
  seq: 'bigint',
  visitor: 'text',
  play: 'text',
  source: 'text',
  prize: 'text',
  snapshot: 'text',
  state: 'text',
  at: 'bigint',
  pool: 'text',
  code_number: 'bigint',
})
const insertOutbox = insertion('outbox', { seq: 'bigint', n: 'bigint', name: 'text', body: 'text', time_created: 'bigint', time_sent: 'bigint' })

const dropEmptyCounts = `delete from board_counts where activity = ? and realm = ? and n = 0 and (board, tree, level, prefix) in
  (select cast(value ->> 0 as text), cast(value ->> 1 as bigint), cast(value ->> 2 as bigint), cast(value ->> 3 as bigint) from rows(?))`

type Cells = readonly Parameter[]

/** The rows that a batch, or a rebuild, adds to the tables. Each list is one statement; empty ones are none. */
export interface Rows {
  readonly journal?: readonly JournalTableRow[]
  /** key, value */
  readonly counters?: readonly Cells[]
  /** key, value, visitor, seq, at */
  readonly facts?: readonly Cells[]
  /** board, member, score, reached */
  readonly scores?: readonly Cells[]
  /** board, tree, level, prefix, n: added to what is there */
  readonly nodes?: readonly Cells[]
  /** id, seq, visitor, play, source, prize, snapshot, state, at, pool, code_number */
  readonly awards?: readonly Cells[]
  /** seq, n, name, body, time_created, time_sent */
  readonly outbox?: readonly Cells[]
}

export async function write(session: Session, { activity, realm }: Scope, rows: Rows): Promise<void> {
  const insert = async (into: Insertion, given: readonly Cells[] | undefined) => {
    if (given?.length)
      await session.insert(
        into,
        given.map((cells) => [activity, realm, ...cells]),
      )
  }
  await insert(
    insertJournal,
    rows.journal?.map((row) => journalColumns.map((column) => row[column])),
  )
  await insert(upsertCounters, rows.counters)
  await insert(insertFacts, rows.facts)
  await insert(upsertScores, rows.scores)
  await insert(addCounts, rows.nodes)
  const emptied = rows.nodes?.filter((node) => Number(node[4]) < 0) ?? []
  if (emptied.length > 0) await session.all(dropEmptyCounts, activity, realm, table(emptied))
  await insert(insertAwards, rows.awards)
  await insert(insertOutbox, rows.outbox)
}
