import { diceOfNth } from '../../schemas/dice'
import type { Command, Effect, Reads, State } from '../../schemas/play'
import { canGrant, grant, grantReads, type Grant } from '../points/grant'
import { paidKey, rewardsKey } from './records'
import type { TeamContext } from './rules'

interface Reward {
  readonly grant: Grant
  /** `full`, or `goal/<score>`. */
  readonly what: string
}

/** What every member of a team is given, once a team: all of them or, where it does not suffice, nobody yet. */
export function rewardTeam(
  { rules, id }: TeamContext,
  command: Command<unknown>,
  state: State,
  { team, members, rewards }: { readonly team: string; readonly members: readonly string[]; readonly rewards: readonly Reward[] },
): { readonly effects: readonly Effect[]; readonly paid: readonly Grant[] } {
  const due = rewards.filter(({ what }) => state.fact(paidKey(id, team, what)) === undefined)
  return due.reduce<{ readonly effects: readonly Effect[]; readonly paid: readonly Grant[] }>(
    (so, { grant: wanted, what }, nth) => {
      const given = members.flatMap((member, i) => {
        const roll = diceOfNth(command.random, nth + i)
        return grant(wanted, { rules, command: { ...command, play: id }, roll, source: `${team}/${what}`, to: member }).effects
      })
      const added: Effect[] = [
        ...so.effects,
        { do: 'fact', key: paidKey(id, team, what), value: { at: command.at } },
        { do: 'count', key: rewardsKey(id, team), by: 1 },
        ...given,
      ]
      return canGrant(added, state) ? { effects: added, paid: [...so.paid, wanted] } : so
    },
    { effects: [], paid: [] },
  )
}

/** What the grants of a team look at. */
export function rewardReads({ rules, play }: TeamContext): Reads {
  const wanted = [play.full, ...play.goals.map((goal) => goal.grant)].flatMap((one) => (one ? [grantReads(one, rules)] : []))
  return { counts: wanted.flatMap(({ counts }) => counts), pools: wanted.flatMap(({ pools }) => pools) }
}
