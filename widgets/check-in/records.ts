import type { State } from '../../schemas/play'
import type { Paid } from './streak'

/** One day done: by checking in on it, by a free card, or for points. */
export interface DayRecord {
  readonly day: string
  readonly with: 'check-in' | 'card' | 'points'
}

/** Where a visitor's days are recorded, one fact a day: a day cannot be done twice. */
export function dayPrefix(play: string, visitor: string): string {
  return `${play}/day/${visitor}/`
}

export function dayRecordKey(play: string, visitor: string, day: string): string {
  return dayPrefix(play, visitor) + day
}

/** The days a visitor has done, earliest first. */
export function checkInsOf(state: State, play: string, visitor: string): DayRecord[] {
  const prefix = dayPrefix(play, visitor)
  // Only check-ins and make-ups write under this prefix.
  return state.factsUnder(prefix).map(({ key, value }) => ({ day: key.slice(prefix.length), with: (value as unknown as DayRecord).with }))
}

/** Where the milestones that were paid to a visitor are recorded, one fact a payment. */
export function paidPrefix(play: string, visitor: string): string {
  return `${play}/paid/${visitor}/`
}

/** A milestone that was paid, and the sort it is of. */
export interface PaidMilestone extends Paid {
  readonly of: 'streak' | 'total'
}

export function paidKey(play: string, visitor: string, { of, days, day }: PaidMilestone): string {
  return `${paidPrefix(play, visitor)}${of}/${days}/${day}`
}

export function paidOf(state: State, play: string, visitor: string): PaidMilestone[] {
  const prefix = paidPrefix(play, visitor)
  return state.factsUnder(prefix).map(({ key }) => {
    const [of, days, day] = key.slice(prefix.length).split('/') as [PaidMilestone['of'], string, string]
    return { of, days: Number(days), day }
  })
}
