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
 * where both changed the same place, or one changed inside what the other took away, theirs stands and the conflict says so.
 */
export function mergeDocuments<T>(base: T, mine: T, theirs: T): Merged<T> {
  const theirEdits = diffDocuments(base, theirs)
  const clashing: Edit[] = []
  const free: Edit[] = []
  for (const edit of diffDocuments(base, mine)) {
    const rivals = theirEdits.filter((their) => touch(edit.at, their.at))
    if (rivals.length === 0) free.push(edit)
    else if (!rivals.every((their) => sayTheSame(edit, their))) clashing.push(edit)
  }
  return { merged: applyDiff(theirs, free), conflicts: clashing.map((edit) => conflictOf(edit, base, theirs)) }
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

function conflictOf(edit: Edit, base: unknown, theirs: unknown): Conflict {
  const was = valueAt(base, edit.at)
  const their = valueAt(theirs, edit.at)
  return {
    at: edit.at,
    ...(was === undefined ? {} : { base: was }),
    ...('is' in edit ? { mine: edit.is } : {}),
    ...(their === undefined ? {} : { theirs: their }),
  }
}
