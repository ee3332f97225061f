import { decideAct } from '../../schemas/decideAct'
import type { Command, Json, PlayKind, State } from '../../schemas/play'
import type { Session } from '../store/session'
import type { Folds } from './fold'
import { createOverlay, type Known, type OwedAward } from './overlay'
import { recordAwards } from './recordedAwards'
import type { Rulebook } from './rulebook'
import type { StoredFact } from './stored'
import type { CodeLotRow, JournalTableRow } from './tables'
import type { Scope } from './wish'

/** What commands are decided by again. */
export interface Deciding {
  readonly kinds: { readonly [kind: string]: PlayKind }
  readonly rulebook: Rulebook
}

/** Decides journal rows a second time, from their rules and random numbers and what the rows before them came to. */
export interface Replay {
  /** Null: the row says what its play decides. To be asked row by row, before `folds` takes the row in. */
  check(row: JournalTableRow, folds: Folds): Promise<string | null>
  /** Rows whose kind of play is still known, and which were decided again. */
  count(): number
}

export async function createReplay(session: Session, { activity, realm }: Scope, { kinds, rulebook }: Deciding): Promise<Replay> {
  const lots = await session.all<CodeLotRow>('select * from code_lots where activity = ?', activity)
  const facts = createFactIndex()
  const sources = createSourceIndex()
  let count = 0
  return {
    count: () => count,
    async check(row, folds) {
      facts.readOn(folds.facts)
      sources.readOn(folds.awards)
      const rules = await rulebook.rules(session, activity, row.rules_hash)
      const play = rules.plays[row.play]
      const kind = play && Object.hasOwn(kinds, play.kind) ? kinds[play.kind] : undefined
      if (!play || !kind) return null
      count++
      const known: Known = {
        counts: { get: (key) => folds.counters.get(key) ?? 0 },
        facts: { has: () => true, get: facts.get },
        factsUnder: { get: facts.under },
        pools: { get: (pool) => lots.reduce((sum, lot) => sum + (lot.pool === pool && lot.after_seq < row.seq ? lot.added : 0), 0) },
        sources: { get: sources.has },
      }
      return differsFrom(row, () => decideAct({ kind, context: { rules, id: row.play, play }, command: commandOf(row, realm) }, kinds, createOverlay(known)))
    },
  }
}

function commandOf(row: JournalTableRow, realm: Scope['realm']): Command {
  const { activity, play, action, visitor, key, input, shown, at, day_key, random } = row
  return { activity, realm, play, action, visitor, key, input: JSON.parse(input) as Json, release: shown, at, dayKey: day_key, random }
}

function differsFrom(row: JournalTableRow, decide: () => ReturnType<typeof decideAct<OwedAward>>): string | null {
  try {
    const outcome = decide()
    if ('refusal' in outcome) return `Decided again, it is refused (${outcome.refusal}).`
    if (JSON.stringify(outcome.result) !== row.result) return `Decided again, its result is ${JSON.stringify(outcome.result)}, not ${row.result}.`
    if (JSON.stringify(outcome.effects) !== row.effects) return 'Decided again, it has other effects.'
    if (JSON.stringify(recordAwards(row, outcome.awards)) !== row.awards) return 'Decided again, it owes other awards.'
    return null
  } catch (error) {
    return `It cannot be decided again: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The sources of all awards so far. */
function createSourceIndex(): { readOn(cells: Folds['awards']): void; has(source: string): boolean } {
  const known = new Set<string>()
  let read = 0
  return {
    readOn(cells) {
      for (; read < cells.length; read++) known.add(String(cells[read]![4]))
    },
    has: (source) => known.has(source),
  }
}

interface FactIndex {
  /** Takes in what the list holds beyond what was read before. */
  readOn(cells: Folds['facts']): void
  readonly get: State['fact']
  readonly under: State['factsUnder']
}

/** Facts by key, and by every part of it that ends in a slash: prefixes are asked for visitor by visitor. */
function createFactIndex(): FactIndex {
  const values = new Map<string, Json>()
  const folders = new Map<string, string[]>()
  let read = 0
  function add(key: string, value: Json): void {
    values.set(key, value)
    for (let end = key.indexOf('/'); end >= 0; end = key.indexOf('/', end + 1)) {
      const folder = key.slice(0, end + 1)
      const keys = folders.get(folder)
      if (keys) keys.push(key)
      else folders.set(folder, [key])
    }
  }
  return {
    readOn(cells) {
      for (; read < cells.length; read++) add(String(cells[read]![0]), JSON.parse(String(cells[read]![1])) as Json)
    },
    get: (key) => values.get(key),
    under(prefix): StoredFact[] {
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1)
      const keys = folder === '' ? [...values.keys()] : (folders.get(folder) ?? [])
      return keys
        .filter((key) => key.startsWith(prefix))
        .sort()
        .map((key) => ({ key, value: values.get(key)! }))
    },
  }
}
