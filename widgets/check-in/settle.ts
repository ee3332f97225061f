import { diceOfNth } from '../../schemas/dice'
import type { Command, Effect, State } from '../../schemas/play'
import { canGrant, grant, type Grant, type Granted } from '../points/grant'
import { isDue, milestonesOf } from './milestones'
import { paidKey, paidOf, type DayRecord } from './records'
import type { CheckInContext } from './rules'
import { runWith } from './streak'

/** What a day that was just added earns. */
export interface Settled {
  readonly effects: readonly Effect[]
  readonly granted: readonly Granted[]
  /** Due, but stock or budget has run out: the day counts all the same, and a milestone stays due. */
  readonly missed: readonly Grant[]
}

interface Due {
  readonly grant: Grant
  readonly source: string
  /** The fact that says it was paid, for milestones. */
  readonly paid?: string
}

/** The daily reward (not for a make-up) and every milestone that the days, `added` among them, have reached and not been paid for. */
export function settle(context: CheckInContext, command: Command<unknown>, state: State, added: DayRecord, days: readonly string[]): Settled {
  const { effects, granted, missed } = duesOf(context, command, state, added, days).reduce<{ effects: Effect[]; granted: Granted[]; missed: Grant[] }>(
    (so, due, nth) => {
      const given = grant(due.grant, { rules: context.rules, command, roll: diceOfNth(command.random, nth), source: due.source })
      if (!canGrant([...so.effects, ...given.effects], state)) return { ...so, missed: [...so.missed, due.grant] }
      const mark: Effect[] = due.paid === undefined ? [] : [{ do: 'fact', key: due.paid, value: { at: command.at } }]
      return { effects: [...so.effects, ...mark, ...given.effects], granted: [...so.granted, given.granted], missed: so.missed }
    },
    { effects: [], granted: [], missed: [] },
  )
  return { effects, granted, missed }
}

function duesOf({ id, play }: CheckInContext, { visitor }: Command<unknown>, state: State, added: DayRecord, days: readonly string[]): Due[] {
  const run = runWith(days, added.day)!
  const paid = paidOf(state, id, visitor)
  const daily = play.reward && added.with === 'check-in' ? [{ grant: play.reward, source: `day/${added.day}` }] : []
  const reached = milestonesOf(play)
    .filter((milestone) => isDue(milestone, run, days.length, paid))
    .map((milestone) => ({
      grant: milestone.grant,
      source: `${milestone.of}/${milestone.days}/${added.day}`,
      paid: paidKey(id, visitor, { of: milestone.of, days: milestone.days, day: added.day }),
    }))
  return [...daily, ...reached]
}
