import type { Parameter, Session } from '../store/session'
import { tablesOf, type FoldedTables } from './fold'
import { readJournal } from './verify'
import type { Scope } from './wish'
import { write } from './write'

const chunk = 1000

/** Makes every table that is a fold of the journal anew. Award states stay. Gives the number of journal rows. @throws when the journal's chain does not hold. */
export async function rebuild(session: Session, scope: Scope): Promise<number> {
  const { folds, rows, problems } = await readJournal(session, scope)
  const [broken] = problems
  if (broken) throw new Error(`The journal of ${scope.activity} does not hold at row ${broken.seq ?? 0}: ${broken.text} Restore a backup first.`)
  const tables = tablesOf(folds)
  const states = await statesOf(session, scope)
  await clear(session, scope)
  await fill(session, scope, { ...tables, awards: tables.awards.map((cells) => withState(cells, states)) })
  return rows
}

async function statesOf(session: Session, { activity, realm }: Scope): Promise<Map<string, string>> {
  const rows = await session.all<{ id: string; state: string }>('select id, state from awards where activity = ? and realm = ?', activity, realm)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** An award's cells as they are written: its state stands before `at`. */
function withState(cells: readonly Parameter[], states: ReadonlyMap<string, string>): readonly Parameter[] {
  return [...cells.slice(0, 7), states.get(String(cells[0])) ?? 'granted', ...cells.slice(7)]
}

async function clear(session: Session, { activity, realm }: Scope): Promise<void> {
  for (const name of ['counters', 'facts', 'board_scores', 'board_counts', 'awards']) await session.all(`delete from ${name} where activity = ? and realm = ?`, activity, realm)
}

async function fill(session: Session, scope: Scope, tables: FoldedTables): Promise<void> {
  // Both records have the same names.
  for (const name of Object.keys(tables) as (keyof FoldedTables)[]) {
    const rows = tables[name]
    for (let i = 0; i < rows.length; i += chunk) await write(session, scope, { [name]: rows.slice(i, i + chunk) })
  }
}
