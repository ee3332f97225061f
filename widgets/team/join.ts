import { dice } from '../../schemas/dice'
import { accept, refuse, type Command, type Effect, type Json, type Outcome, type State } from '../../schemas/play'
import { promised, type Gain } from '../points/describeGrant'
import {
  inKey,
  joinsKey,
  leftKey,
  memberKey,
  membersOf,
  rewardsKey,
  scoredKey,
  sizeKey,
  stayKey,
  stayOf,
  teamKey,
  teamOf,
  teamsKey,
  type Stay,
} from './records'
import type { TeamContext } from './rules'
import { rewardTeam } from './settle'

export interface TeamInput {
  /** The name of a team that is founded. */
  readonly name?: string
  /** The code of a team, or a member of it. */
  readonly team?: string
  readonly by?: string
}

/** What a receipt of `create`, `join` and `leave` says. */
export interface TeamResult {
  readonly team: string
  readonly name: string
  /** How many there are now. */
  readonly size: number
  /** What every member was given as the team became full; null: nothing. */
  readonly gained: Gain | null
}

/** Letters and digits that nobody takes for another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 5

const hasOne = { zh: '你已经在一支战队里了。', en: 'You are in a team already.' }

/** Founds a team and joins it. */
export function create(context: TeamContext, command: Command<TeamInput>, state: State): Outcome {
  const { id } = context
  if (state.count(inKey(id, command.visitor)) > 0) return refuse('already-done', { detail: hasOne })
  const name = (command.input.name ?? '').trim()
  if (name === '') return refuse('bad-input', { detail: { zh: '请给战队起个名字。', en: 'Give your team a name.' } })
  const team = freeCode(command, (code) => teamOf(state, id, code) === null)
  if (team === null) return refuse('busy')
  const founding: Effect[] = [
    { do: 'fact', key: teamKey(id, team), value: { name, by: command.visitor, at: command.at } },
    { do: 'count', key: teamsKey(id), by: 1 },
  ]
  return enter(context, command, state, { team, name, before: founding })
}

/** Joins a team by its code, or by the link of one of its members. Refuses a second team (`already-done`), an unknown one (`no-team`) and a full one (`full`). */
export function join(context: TeamContext, command: Command<TeamInput>, state: State): Outcome {
  const { id } = context
  if (state.count(inKey(id, command.visitor)) > 0) return refuse('already-done', { detail: hasOne })
  const { by, team: code } = command.input
  const team = code?.trim().toUpperCase() ?? (by === undefined ? undefined : stayOf(state, id, by)?.team)
  const found = team === undefined ? null : teamOf(state, id, team)
  if (team === undefined || !found) return refuse('no-team')
  return enter(context, command, state, { team, name: found.name, before: [] })
}

/** Leaves the team, as long as nothing was done for it or given for it. */
export function leave({ id, play }: TeamContext, { visitor }: Command<TeamInput>, state: State): Outcome {
  const stay = stayOf(state, id, visitor)
  if (!stay) return refuse('no-team')
  if (!mayLeave({ id, play }, visitor, stay, state))
    return refuse('limit-reached', { detail: { zh: '现在不能退出战队。', en: 'You cannot leave the team now.' } })
  const size = state.count(sizeKey(id, stay.team)) - 1
  return accept({ team: stay.team, name: teamOf(state, id, stay.team)?.name ?? '', size, gained: null } satisfies TeamResult & Json, [
    { do: 'count', key: inKey(id, visitor), by: -1, min: 0 },
    { do: 'count', key: sizeKey(id, stay.team), by: -1, min: 0 },
    { do: 'fact', key: leftKey(id, stay, visitor), value: true },
  ])
}

export function mayLeave({ id, play }: Pick<TeamContext, 'id' | 'play'>, visitor: string, { team }: Stay, state: State): boolean {
  return play.canLeave && state.count(scoredKey(id, team, visitor)) === 0 && state.count(rewardsKey(id, team)) === 0
}

function enter(context: TeamContext, command: Command<TeamInput>, state: State, to: { team: string; name: string; before: readonly Effect[] }): Outcome {
  const { id, play, rules } = context
  const { visitor, at } = command
  const { team, name, before } = to
  const size = state.count(sizeKey(id, team)) + 1
  if (size > play.capacity) return refuse('full', { detail: { zh: '这支战队已经满员。', en: 'This team is full.' } })
  const nth = state.count(joinsKey(id, visitor)) + 1
  const stay: Stay = { team, at, nth }
  const joining: Effect[] = [
    ...before,
    { do: 'count', key: inKey(id, visitor), by: 1, max: 1, refusal: 'already-done' },
    { do: 'count', key: sizeKey(id, team), by: 1, max: play.capacity, refusal: 'full' },
    { do: 'count', key: joinsKey(id, visitor), by: 1 },
    { do: 'fact', key: stayKey(id, visitor, nth), value: stay },
    { do: 'fact', key: memberKey(id, stay, visitor), value: true },
  ]
  const isFull = size === play.capacity && play.full
  const members = isFull ? [...membersOf(state, id, team), visitor] : []
  const { effects, paid } = rewardTeam(context, command, state, { team, members, rewards: isFull ? [{ grant: isFull, what: 'full' }] : [] })
  const result = { team, name, size, gained: paid[0] ? promised(paid[0], rules) : null } satisfies TeamResult & Json
  return accept(result, [...joining, ...effects])
}

/** A short name for a team that is not taken; null where even the eighth is. */
function freeCode({ random }: Command<unknown>, isFree: (code: string) => boolean): string | null {
  for (let nth = 0; nth < 8; nth++) {
    const roll = dice(random.slice(nth * 8) + random.slice(0, nth * 8))
    const code = Array.from({ length: codeLength }, () => alphabet[roll(alphabet.length)]).join('')
    if (isFree(code)) return code
  }
  return null
}
