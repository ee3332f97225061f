import type { Effect } from '../../schemas/play'
import { maxScore, nodesOf, type Standing, type TreeNode } from './boardTree'

type Rank = Extract<Effect, { readonly do: 'rank' }>

/** Standings by board and member. Absent: not on the board, or not loaded. */
export type Standings = Map<string, Map<string, Standing>>

export interface NodeCount extends TreeNode {
  readonly board: string
  n: number
}

/** A recorded effect on a board, with the seq of its command. */
export interface Ranked {
  readonly effect: Rank
  readonly seq: number
}

export function standingOf(standings: Standings, board: string, member: string): Standing | undefined {
  return standings.get(board)?.get(member)
}

export function setStanding(standings: Standings, board: string, member: string, standing: Standing): void {
  const members = standings.get(board)
  if (members) members.set(member, standing)
  else standings.set(board, new Map([[member, standing]]))
}

/** Where a member stands after an effect; the same standing when the score does not change. Scores stay within 0 and 2^40. */
export function ranked(before: Standing | undefined, { effect, seq }: Ranked): Standing {
  const wanted = 'by' in effect ? (before?.score ?? 0) + effect.by : effect.to
  const score = Math.min(maxScore, Math.max(0, Math.trunc(wanted)))
  return before && before.score === score ? before : { score, reached: seq }
}

/** Node counts by name, so that many moves through one node become one change. */
export type NodeCounts = Map<string, NodeCount>

export function countNodes(counts: NodeCounts, board: string, standing: Standing, by: 1 | -1): void {
  for (const node of nodesOf(standing)) {
    const name = `${node.tree} ${node.level} ${node.prefix} ${board}`
    const known = counts.get(name)
    if (known) known.n += by
    else counts.set(name, { board, ...node, n: by })
  }
}
