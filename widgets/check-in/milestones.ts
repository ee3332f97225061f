import type { Grant } from '../points/grant'
import type { PaidMilestone } from './records'
import type { CheckInRules } from './rules'
import { isStreakDue, type Run } from './streak'

/** A reward for many days: in a row, or in all. */
export interface Milestone {
  readonly of: 'streak' | 'total'
  readonly days: number
  /** One payment to a visitor in all. */
  readonly once: boolean
  readonly grant: Grant
}

/** All milestones of a check-in: streaks first, fewer days first. */
export function milestonesOf({ streaks, totals }: CheckInRules): Milestone[] {
  const fewerFirst = (a: { readonly days: number }, b: { readonly days: number }) => a.days - b.days
  return [
    ...streaks.map((streak) => ({ of: 'streak', ...streak }) as const).sort(fewerFirst),
    ...totals.map((total) => ({ of: 'total', once: true, ...total }) as const).sort(fewerFirst),
  ]
}

/** Whether a milestone must be paid now that a day was added to `run`. */
export function isDue(milestone: Milestone, run: Run, total: number, paid: readonly PaidMilestone[]): boolean {
  const alike = paid.filter(({ of, days }) => of === milestone.of && days === milestone.days)
  if (milestone.of === 'total') return total >= milestone.days && alike.length === 0
  return isStreakDue(milestone, run, alike)
}

/**
 * How far a visitor is from a milestone: days to go (0 when it is reached), and whether it was earned, by the streak
 * that is running where each streak earns anew. `run`: the streak that is running, undefined after a break.
 */
export function progressTo(
  milestone: Milestone,
  run: Run | undefined,
  total: number,
  paid: readonly PaidMilestone[],
): { readonly left: number; readonly paid: boolean } {
  const alike = paid.filter(({ of, days }) => of === milestone.of && days === milestone.days)
  const isPaid = milestone.once ? alike.length > 0 : alike.some(({ day }) => run !== undefined && run.from <= day && day <= run.to)
  const reached = milestone.of === 'total' ? total : (run?.length ?? 0)
  return { left: isPaid ? 0 : Math.max(0, milestone.days - reached), paid: isPaid }
}
