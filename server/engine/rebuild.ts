import type { Session } from '../store/session'
import { tablesOf, type FoldedTables } from './fold'
import { readJournal } from './verify'
import type { Scope } from './wish'
import { write } from './write'

const chunk = 1000

/** Makes every table that is a fold of the journal, and of the moves of awards, anew. Gives the number of journal rows. @throws when a chain does not hold. */
export async function rebuild(session: Session, scope: Scope): Promise<number> {
  const { folds, states, rows, problems } = await readJournal(session, scope)
  const [broken] = problems
  if (broken) throw new Error(`The journal of ${scope.activity} does not hold at row ${broken.seq ?? 0}: ${broken.text} Restore a backup first.`)
  await clear(session, scope)
  await fill(session, scope, tablesOf(folds, states))
  return rows
}

async function clear(session: Session, { activity, realm }: Scope): Promise<void> {
  for (const name of ['counters', 'facts', 'board_scores', 'board_counts', 'awards'])
    await session.all(`delete from ${name} where activity = ? and realm = ?`, activity, realm)
}

async function fill(session: Session, scope: Scope, tables: FoldedTables): Promise<void> {
  // Both records have the same names.
  for (const name of Object.keys(tables) as (keyof FoldedTables)[]) {
    const rows = tables[name]
    for (let i = 0; i < rows.length; i += chunk) await write(session, scope, { [name]: rows.slice(i, i + chunk) })
  }
}
