import { sql } from 'kysely'
import type { Realm } from '../../schemas/play'
import type { Dialect, Migration } from '../store/migrate'

declare module '../store/tables' {
  interface Tables {
    in_force: InForceRow
    lanes: LaneRow
    seeds: SeedRow
    journal: JournalTableRow
    counters: CounterRow
    facts: FactRow
    board_scores: BoardScoreRow
    board_counts: BoardCountRow
    awards: AwardRow
    code_pools: CodePoolRow
    code_lots: CodeLotRow
    codes: CodeRow
    award_moves: AwardMoveRow
    outbox: OutboxRow
  }
}

interface Scoped {
  activity: string
  realm: Realm
}

/** What visitors play by now. */
export interface InForceRow {
  activity: string
  release: string
  rules_hash: string
  offline: number
}

/** Where an activity's journal ends. */
export interface LaneRow extends Scoped {
  seq: number
  last_at: number
  last_day: string
  last_hash: string
}

/** A stretch of the journal drawn from one seed. The commitment is public from the start, the seed once `time_closed` is set. */
export interface SeedRow extends Scoped {
  epoch: number
  seed: string
  commitment: string
  time_opened: number
  time_closed: number | null
}

/** The journal as stored; JSON columns are text. See `JournalRow` for the same as values. */
export interface JournalTableRow extends Scoped {
  seq: number
  visitor: string
  key: string
  body_hash: string
  play: string
  action: string
  input: string
  shown: string | null
  release: string
  rules_hash: string
  at: number
  day_key: string
  epoch: number
  random: string
  receipt: string
  result: string
  effects: string
  awards: string
  prev_hash: string
  hash: string
}

export interface CounterRow extends Scoped {
  key: string
  value: number
}

export interface FactRow extends Scoped {
  key: string
  value: string
  visitor: string
  seq: number
  at: number
}

/** `reached`: the journal's seq at which the member came to this score. */
export interface BoardScoreRow extends Scoped {
  board: string
  member: string
  score: number
  reached: number
}

/** How many members stand under a node of the board's digit-count trees (see `boardTree.ts`). */
export interface BoardCountRow extends Scoped {
  board: string
  tree: number
  level: number
  prefix: number
  n: number
}

export interface AwardRow extends Scoped {
  id: string
  seq: number
  visitor: string
  play: string
  source: string
  prize: string
  snapshot: string
  state: string
  at: number
  pool: string | null
  code_number: number | null
}

/** What members decided on awards, in order; it only ever grows. An award's state is the last one here, else `granted`. */
export interface AwardMoveRow extends Scoped {
  n: number
  award: string
  state: string
  reason: string
  by_member: string
  at: number
  prev_hash: string
  hash: string
}

/** Codes are numbered from 1 in the order they were added, and handed out in that order; the award that has a code's number owns it. */
export interface CodePoolRow {
  activity: string
  pool: string
  added: number
}

/** One addition to a pool. `after_seq`: the live journal's last row at that moment. */
export interface CodeLotRow {
  activity: string
  pool: string
  first: number
  added: number
  after_seq: number
}

/** See `Vault` for what the two texts are. */
export interface CodeRow {
  activity: string
  pool: string
  number: number
  sealed: string
  blind: string
}

export interface OutboxRow extends Scoped {
  seq: number
  n: number
  name: string
  body: string
  time_created: number
  time_sent: number | null
}

/** Keys are compared byte by byte, as prefixes need; PostgreSQL would otherwise compare by the server's language. */
function keyType(dialect: Dialect): string {
  return dialect === 'postgres' ? 'text collate "C" not null' : 'text not null'
}

/** On SQLite a table with a text key is one tree this way, not a table and an index: half the pages to write. */
function keyedTable(dialect: Dialect): string {
  return dialect === 'sqlite' ? ' without rowid' : ''
}

function statements(dialect: Dialect): readonly string[] {
  const key = keyType(dialect)
  const keyed = keyedTable(dialect)
  return [
    `create table in_force (activity ${key} primary key, release text not null, rules_hash text not null, offline integer not null)`,
    `create table lanes (activity ${key}, realm ${key}, seq bigint not null, last_at bigint not null, last_day text not null, last_hash text not null, primary key (activity, realm))`,
    `create table seeds (activity ${key}, realm ${key}, epoch bigint not null, seed text not null, commitment text not null,
      time_opened bigint not null, time_closed bigint, primary key (activity, realm, epoch))`,
    `create table journal (activity ${key}, realm ${key}, seq bigint not null, visitor ${key}, key ${key}, body_hash text not null, play text not null, action text not null,
      input text not null, shown text, release text not null, rules_hash text not null, at bigint not null, day_key text not null, epoch bigint not null, random text not null,
      receipt text not null, result text not null, effects text not null, awards text not null, prev_hash text not null, hash text not null, primary key (activity, realm, seq))`,
    'create unique index journal_keys on journal (activity, realm, visitor, key)',
    `create table counters (activity ${key}, realm ${key}, key ${key}, value bigint not null, primary key (activity, realm, key))${keyed}`,
    `create table facts (activity ${key}, realm ${key}, key ${key}, value text not null, visitor text not null, seq bigint not null, at bigint not null, primary key (activity, realm, key))${keyed}`,
    `create table board_scores (activity ${key}, realm ${key}, board ${key}, member ${key}, score bigint not null, reached bigint not null, primary key (activity, realm, board, member))${keyed}`,
    'create index board_scores_order on board_scores (activity, realm, board, score desc, reached, member)',
    `create table board_counts (activity ${key}, realm ${key}, board ${key}, tree bigint not null, level bigint not null, prefix bigint not null, n bigint not null,
      primary key (activity, realm, board, tree, level, prefix))${keyed}`,
    `create table awards (activity ${key}, realm ${key}, id ${key}, seq bigint not null, visitor ${key}, play ${key}, source ${key}, prize text not null, snapshot text not null,
      state text not null, at bigint not null, pool text, code_number bigint, code text, primary key (activity, realm, source))`,
    'create unique index awards_id on awards (id)',
    'create unique index awards_code on awards (activity, realm, pool, code_number)',
    'create index awards_visitor on awards (activity, realm, visitor, seq)',
    'create index awards_play on awards (activity, realm, play, seq)',
    `create table code_pools (activity ${key}, pool ${key}, added bigint not null, primary key (activity, pool))`,
    `create table codes (activity ${key}, pool ${key}, number bigint not null, code ${key}, primary key (activity, pool, number), unique (activity, pool, code))`,
    `create table outbox (activity ${key}, realm ${key}, seq bigint not null, n bigint not null, name text not null, body text not null, time_created bigint not null, time_sent bigint,
      primary key (activity, realm, seq, n))`,
    'create index outbox_unsent on outbox (time_created) where time_sent is null',
  ]
}

/** Codes are sealed from here on. Until here nothing could fill a pool, so there is none to seal. */
function sealedCodes(dialect: Dialect): readonly string[] {
  const key = keyType(dialect)
  return [
    'drop table codes',
    `create table codes (activity ${key}, pool ${key}, number bigint not null, sealed text not null, blind ${key}, primary key (activity, pool, number), unique (activity, pool, blind))`,
    `create table code_lots (activity ${key}, pool ${key}, first bigint not null, added bigint not null, after_seq bigint not null, primary key (activity, pool, first))`,
    'alter table awards drop column code',
  ]
}

function awardMoves(dialect: Dialect): readonly string[] {
  const key = keyType(dialect)
  return [
    `create table award_moves (activity ${key}, realm ${key}, n bigint not null, award ${key}, state text not null, reason text not null, by_member text not null, at bigint not null,
      prev_hash text not null, hash text not null, primary key (activity, realm, n))`,
  ]
}

function step(name: string, statements: (dialect: Dialect) => readonly string[]): Migration {
  return {
    name,
    async up(trx, dialect) {
      for (const statement of statements(dialect)) await sql.raw(statement).execute(trx)
    },
  }
}

export const migrations: readonly Migration[] = [
  step('engine-1-ledger', statements),
  step('engine-2-sealed-codes', sealedCodes),
  step('engine-3-award-moves', awardMoves),
]
