import { applyDiff, diffDocuments, isSame, valueAt, type Diff, type Edit } from './diff'

/** A place that both sides changed, each in their own way. An absent value means: taken away. */
export interface Conflict {
  readonly at: readonly string[]
  readonly base?: unknown
  readonly mine?: unknown
  readonly theirs?: unknown
}

export interface Merged<T> {
  /** Theirs, with every edit of mine that does not contradict it. */
  readonly merged: T
  readonly conflicts: readonly Conflict[]
}

/**
 * Brings two changes of one base together, place by place. Edits of different places all survive;
 * where both changed the same place, or one changed inside what the other replaced or took away, theirs stands and the
 * conflict tells of the outer place, so that choosing either side gives that side whole.
 */
export function mergeDocuments<T>(base: T, mine: T, theirs: T): Merged<T> {
  const theirEdits = diffDocuments(base, theirs)
  const free: Edit[] = []
  const contested = new Map<string, readonly string[]>()
  for (const edit of diffDocuments(base, mine)) {
    const rivals = theirEdits.filter((their) => touch(edit.at, their.at))
    if (rivals.length === 0) free.push(edit)
    else if (!rivals.every((their) => sayTheSame(edit, their))) {
      const at = outermost([edit, ...rivals])
      contested.set(JSON.stringify(at), at)
    }
  }
  return { merged: applyDiff(theirs, free), conflicts: [...contested.values()].map((at) => conflictAt(at, base, mine, theirs)) }
}

/** The merged document with some conflicts decided for mine. */
export function preferMine<T>(merged: T, conflicts: readonly Conflict[]): T {
  const diff: Diff = conflicts.map((conflict) => ('mine' in conflict ? { at: conflict.at, is: conflict.mine } : { at: conflict.at }))
  return applyDiff(merged, diff)
}

function touch(a: readonly string[], b: readonly string[]): boolean {
  return Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i] === b[i]).every(Boolean)
}

function sayTheSame(mine: Edit, theirs: Edit): boolean {
  return mine.at.length === theirs.at.length && 'is' in mine === 'is' in theirs && isSame(mine.is, theirs.is)
}

function outermost(edits: readonly Edit[]): readonly string[] {
  return edits.reduce((outer, { at }) => (at.length < outer.length ? at : outer), edits[0]!.at)
}

function conflictAt(at: readonly string[], ...[base, mine, theirs]: readonly [unknown, unknown, unknown]): Conflict {
  const side = (name: 'base' | 'mine' | 'theirs', document: unknown): object => {
    const value = valueAt(document, at)
    return value === undefined ? {} : { [name]: value }
  }
  return { at, ...side('base', base), ...side('mine', mine), ...side('theirs', theirs) }
}
