import { addDays } from '../../schemas/days'

/** An unbroken run of days, both ends included. */
export interface Run {
  readonly from: string
  readonly to: string
  readonly length: number
}

/** The unbroken runs of a set of days (`YYYY-MM-DD`), earliest first. Order and repetition of `days` do not matter. */
export function runsOf(days: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const day of [...new Set(days)].sort()) {
    const last = runs[runs.length - 1]
    if (last && addDays(last.to, 1) === day) runs[runs.length - 1] = { from: last.from, to: day, length: last.length + 1 }
    else runs.push({ from: day, to: day, length: 1 })
  }
  return runs
}

/** The run that a day belongs to; undefined when it was missed. */
export function runWith(days: readonly string[], day: string): Run | undefined {
  return runsOf(days).find(({ from, to }) => from <= day && day <= to)
}

/** The run that goes on: up to today, or up to yesterday while today can still be done. */
export function runningRun(days: readonly string[], today: string): Run | undefined {
  return runWith(days, today) ?? runWith(days, addDays(today, -1))
}

export interface Streaks {
  /** The length of the running run. */
  readonly current: number
  readonly longest: number
  readonly total: number
}

/** All that is said of a visitor's check-ins, always from the set of days itself. */
export function streaksOf(days: readonly string[], today: string): Streaks {
  const runs = runsOf(days)
  return {
    current: runningRun(days, today)?.length ?? 0,
    longest: Math.max(0, ...runs.map(({ length }) => length)),
    total: runs.reduce((sum, { length }) => sum + length, 0),
  }
}

/** A milestone that was paid: for how many days, and on account of which day. */
export interface Paid {
  readonly days: number
  readonly day: string
}

/**
 * Whether a streak milestone is due to the run of a day that was just added. A run is paid once however it came to be:
 * by the day of an earlier payment lying in it, a run that a make-up joined to a paid one counts as paid. `once`: one payment in all.
 */
export function isStreakDue(milestone: { readonly days: number; readonly once: boolean }, run: Run, paid: readonly Paid[]): boolean {
  if (run.length < milestone.days) return false
  return !paid.some(({ days, day }) => days === milestone.days && (milestone.once || (run.from <= day && day <= run.to)))
}
