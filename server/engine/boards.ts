import { table, type Session } from '../store/session'
import { countNodes, ranked, setStanding, standingOf, type NodeCounts, type Ranked, type Standings } from './boardScores'
import { everyone, rangesAhead, type NodeRange, type Standing } from './boardTree'
import type { Scope } from './wish'
import { write } from './write'

/** Writes what a batch's effects make of the boards, in the order of the journal. */
export async function updateBoards(session: Session, scope: Scope, effects: readonly Ranked[]): Promise<void> {
  if (effects.length === 0) return
  const before = await loadStandings(
    session,
    scope,
    effects.map(({ effect }) => effect),
  )
  const after: Standings = new Map()
  for (const one of effects) {
    const { board, member } = one.effect
    setStanding(after, board, member, ranked(standingOf(after, board, member) ?? standingOf(before, board, member), one))
  }
  await write(session, scope, changesBetween(before, after))
}

function changesBetween(before: Standings, after: Standings) {
  const counts: NodeCounts = new Map()
  const scores: (string | number)[][] = []
  for (const [board, members] of after) {
    for (const [member, standing] of members) {
      const old = standingOf(before, board, member)
      if (old && old.score === standing.score && old.reached === standing.reached) continue
      if (old) countNodes(counts, board, old, -1)
      countNodes(counts, board, standing, 1)
      scores.push([board, member, standing.score, standing.reached])
    }
  }
  return { scores, nodes: nodeCells(counts) }
}

export function nodeCells(counts: NodeCounts): (string | number)[][] {
  return [...counts.values()].filter(({ n }) => n !== 0).map(({ board, tree, level, prefix, n }) => [board, tree, level, prefix, n])
}

async function loadStandings(
  session: Session,
  { activity, realm }: Scope,
  named: readonly { readonly board: string; readonly member: string }[],
): Promise<Standings> {
  const rows = await session.all<{ board: string; member: string; score: number; reached: number }>(
    `select b.board, b.member, b.score, b.reached from rows(?) r cross join board_scores b
      where b.activity = ? and b.realm = ? and b.board = cast(r.value ->> 0 as text) and b.member = cast(r.value ->> 1 as text)`,
    table(named.map(({ board, member }) => [board, member])),
    activity,
    realm,
  )
  const standings: Standings = new Map()
  for (const { board, member, score, reached } of rows) setStanding(standings, board, member, { score, reached })
  return standings
}

/** A member of a board with its owner's name as it is stored (null: nobody of that id is known). */
export interface Member extends Standing {
  readonly member: string
  readonly name: string | null
}

/** The first `n` of a board, in order. */
export function topOf(session: Session, { activity, realm }: Scope, board: string, n: number): Promise<Member[]> {
  return session.all<Member>(
    `select b.member, b.score, b.reached, v.name from board_scores b left join visitors v on v.id = b.member and v.activity = b.activity
      where b.activity = ? and b.realm = ? and b.board = ? order by b.score desc, b.reached, b.member limit ?`,
    activity,
    realm,
    board,
    n,
  )
}

export async function memberOf(session: Session, { activity, realm }: Scope, board: string, member: string): Promise<Member | null> {
  const rows = await session.all<Member>(
    `select b.member, b.score, b.reached, v.name from board_scores b left join visitors v on v.id = b.member and v.activity = b.activity
      where b.activity = ? and b.realm = ? and b.board = ? and b.member = ?`,
    activity,
    realm,
    board,
    member,
  )
  return rows[0] ?? null
}

/** The names of those among the visitors who have one, as they are stored. */
export async function namesOf(session: Session, activity: string, visitors: readonly string[]): Promise<Map<string, string>> {
  if (visitors.length === 0) return new Map()
  const rows = await session.all<{ id: string; name: string }>(
    'select id, name from visitors where activity = ? and id in (select cast(value ->> 0 as text) from rows(?))',
    activity,
    table(visitors.map((visitor) => [visitor])),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A member's place from 1, in a few short range sums. */
export async function placeOf(
  session: Session,
  scope: Scope,
  board: string,
  { member, score, reached }: Standing & { readonly member: string },
): Promise<number> {
  const { ranges, tiesFrom } = rangesAhead({ score, reached })
  const [ties] = await session.all<{ n: number }>(
    `select count(*) as n from board_scores where activity = ? and realm = ? and board = ? and score = ? and reached >= ? and (reached < ? or (reached = ? and member < ?))`,
    scope.activity,
    scope.realm,
    board,
    score,
    tiesFrom,
    reached,
    reached,
    member,
  )
  return 1 + ties!.n + (await sumOf(session, scope, board, ranges))
}

export function sizeOf(session: Session, scope: Scope, board: string): Promise<number> {
  return sumOf(session, scope, board, [everyone])
}

async function sumOf(session: Session, { activity, realm }: Scope, board: string, ranges: readonly NodeRange[]): Promise<number> {
  // A subquery a range, not a join: PostgreSQL could otherwise read the whole board and look its nodes up among the ranges.
  const [row] = await session.all<{ n: number }>(
    `select coalesce(sum((select sum(c.n) from board_counts c where c.activity = ? and c.realm = ? and c.board = ?
      and c.tree = cast(r.value ->> 0 as bigint) and c.level = cast(r.value ->> 1 as bigint)
      and c.prefix >= cast(r.value ->> 2 as bigint) and c.prefix < cast(r.value ->> 3 as bigint))), 0) as n from rows(?) r`,
    activity,
    realm,
    board,
    table(ranges.map(({ tree, level, from, to }) => [tree, level, from, to])),
  )
  return row!.n
}
