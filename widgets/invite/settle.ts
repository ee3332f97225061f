import { diceOfNth } from '../../schemas/dice'
import type { Command, Effect, Reads, State } from '../../schemas/play'
import { canGrant, grant, grantReads, type Grant } from '../points/grant'
import { allCountedKey, countedKey, qualifiedKey, rewardedKey, rewardedOnDayKey, rungKey } from './records'
import type { InviteContext } from './rules'

/** What it comes to that a friend counts. */
export interface Settled {
  readonly effects: readonly Effect[]
  /** Whether the friend's own gift is among it. */
  readonly gift: boolean
}

interface Due {
  readonly grant: Grant
  readonly to: string
  readonly source: string
  /** What must hold, and is recorded, along with it. */
  readonly marks: readonly Effect[]
}

/**
 * A friend counts from now on: the gift, the inviter's reward within its limits, and every step that is reached.
 * What has run out is left out, and the friend counts all the same; a step stays due.
 */
export function settle(context: InviteContext, command: Command<unknown>, state: State, { friend, inviter }: { friend: string; inviter: string }): Settled {
  const { rules, id } = context
  const counted: Effect[] = [
    { do: 'fact', key: qualifiedKey(id, friend), value: { at: command.at } },
    { do: 'count', key: countedKey(id, inviter), by: 1 },
    { do: 'count', key: allCountedKey(id), by: 1 },
  ]
  return duesOf(context, command, state, { friend, inviter }).reduce<Settled>(
    (so, { grant: wanted, to, source, marks }, nth) => {
      const { effects } = grant(wanted, { rules, command: { ...command, play: id }, roll: diceOfNth(command.random, nth + 2), source, to })
      const added = [...so.effects, ...marks, ...effects]
      return canGrant(added, state) ? { effects: added, gift: so.gift || to === friend } : so
    },
    { effects: counted, gift: false },
  )
}

function duesOf({ id, play }: InviteContext, { dayKey }: Command<unknown>, state: State, { friend, inviter }: { friend: string; inviter: string }): Due[] {
  const counted = state.count(countedKey(id, inviter)) + 1
  const gift = play.gift ? [{ grant: play.gift, to: friend, source: 'gift', marks: [] }] : []
  const limits = [bounded(rewardedKey(id, inviter), play.inAll), bounded(rewardedOnDayKey(id, inviter, dayKey), play.perDay)]
  const reward = play.reward ? [{ grant: play.reward, to: inviter, source: `friend/${friend}`, marks: limits }] : []
  const rungs = play.rungs
    .filter(({ friends }) => friends <= counted && state.fact(rungKey(id, inviter, friends)) === undefined)
    .map(({ friends, grant: wanted }) => ({
      grant: wanted,
      to: inviter,
      source: `rung/${friends}`,
      marks: [{ do: 'fact', key: rungKey(id, inviter, friends), value: true } as const],
    }))
  return [...gift, ...reward, ...rungs]
}

function bounded(key: string, max: number | null): Effect {
  return { do: 'count', key, by: 1, ...(max === null ? {} : { max }) }
}

/** What the grants of an invitation look at. */
export function settleReads({ rules, play }: InviteContext): Reads {
  const wanted = [play.reward, play.gift, ...play.rungs.map((rung) => rung.grant)].flatMap((one) => (one ? [grantReads(one, rules)] : []))
  return { counts: wanted.flatMap(({ counts }) => counts), pools: wanted.flatMap(({ pools }) => pools) }
}
