/**
 * The digit-count trees of a board: how many members stand under each node. A place is then a sum over a few short
 * ranges, however many members there are. Order: higher score first, then earlier reached, then member.
 *
 * Tree `scoreTree` counts by score: level 0 is the score itself, each level above drops one digit (base 64). Each
 * score has a tree of its own for its ties, counting by `reached`, from level 1; its level 0 is the board's index.
 */
export const scoreTree = -1

const base = 64
/** 64^7 is above 2^40, the highest score. */
const scoreLevels = 7
const tieLevels = 4

export const maxScore = 2 ** 40

export interface Standing {
  readonly score: number
  readonly reached: number
}

export interface TreeNode {
  readonly tree: number
  readonly level: number
  readonly prefix: number
}

/** A half-open range [from, to) of one level's nodes. */
export interface NodeRange {
  readonly tree: number
  readonly level: number
  readonly from: number
  readonly to: number
}

function digitsAt(value: number, level: number): number {
  return Math.floor(value / base ** level)
}

/** The nodes that count a member who stands so. */
export function nodesOf({ score, reached }: Standing): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let level = 0; level < scoreLevels; level++) nodes.push({ tree: scoreTree, level, prefix: digitsAt(score, level) })
  for (let level = 1; level <= tieLevels; level++) nodes.push({ tree: score, level, prefix: digitsAt(reached, level) })
  return nodes
}

/** The nodes that together count everyone ahead, except those of the same score who reached it within the same last digit: `reached` from `tiesFrom` on. */
export function rangesAhead({ score, reached }: Standing): { readonly ranges: readonly NodeRange[]; readonly tiesFrom: number } {
  const ranges: NodeRange[] = []
  for (let level = 0; level < scoreLevels; level++) {
    const to = (digitsAt(score, level + 1) + 1) * base
    ranges.push({ tree: scoreTree, level, from: digitsAt(score, level) + 1, to })
  }
  for (let level = 1; level <= tieLevels; level++) {
    const from = level === tieLevels ? 0 : digitsAt(reached, level + 1) * base
    ranges.push({ tree: score, level, from, to: digitsAt(reached, level) })
  }
  return { ranges: ranges.filter(({ from, to }) => from < to), tiesFrom: digitsAt(reached, 1) * base }
}

/** The nodes that together count everyone. */
export const everyone: NodeRange = { tree: scoreTree, level: scoreLevels - 1, from: 0, to: base }
