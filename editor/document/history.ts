import { invertDiff, squashDiffs, type Diff } from '../../schemas/diff'
import type { Bilingual } from '../../schemas/words'

/** One thing that can be undone, and what it is called. */
export interface Step {
  readonly diff: Diff
  readonly name: Bilingual
  /** Steps with the same key that follow each other closely become one. */
  readonly merge?: string
  readonly at: number
}

export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const emptyHistory: History = { done: [], undone: [] }

const mostSteps = 200
const mergeWithinMs = 1000

/** Whether a key names one drag of a control, which is one step however long it pauses. */
function isHeld(merge: string): boolean {
  return /\/held-\d+$/.test(merge)
}

/** The history after one more step. Typing and scrubbing become one step while less than a second passes between. */
export function remember({ done }: History, step: Step): History {
  const last = done.at(-1)
  const isSameStroke = last !== undefined && step.merge !== undefined && last.merge === step.merge && (isHeld(step.merge) || step.at - last.at < mergeWithinMs)
  if (!isSameStroke) return { done: [...done, step].slice(-mostSteps), undone: [] }
  const diff = squashDiffs([last.diff, step.diff])
  const kept = done.slice(0, -1)
  return { done: diff.length ? [...kept, { ...step, diff }] : kept, undone: [] }
}

/** The history after undoing its last step, and the diff that undoes it; null when nothing is left. */
export function stepBack({ done, undone }: History): { history: History; diff: Diff; step: Step } | null {
  const step = done.at(-1)
  return step ? { history: { done: done.slice(0, -1), undone: [...undone, step] }, diff: invertDiff(step.diff), step } : null
}

/** The history after doing the last undone step again, and its diff; null when there is none. */
export function stepForward({ done, undone }: History): { history: History; diff: Diff; step: Step } | null {
  const step = undone.at(-1)
  if (!step) return null
  // What is typed next is a step of its own.
  const { merge: _over, ...whole } = step
  return { history: { done: [...done, whole], undone: undone.slice(0, -1) }, diff: step.diff, step }
}
