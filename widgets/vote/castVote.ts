import { dice } from '../../schemas/dice'
import { opensNextDay } from '../../schemas/phases'
import { accept, refuse, type Command, type Effect, type Json, type Outcome, type State } from '../../schemas/play'
import type { Bilingual } from '../../schemas/words'
import { gained, type Gain } from '../points/describeGrant'
import { canGrant, grant } from '../points/grant'
import { givenKey, givenOnDayKey, givenToKey, givenToOnDayKey, votersKey, votesKey, votesLeft, votesLeftFor, type VoteContext, type Voter } from './tally'
import type { VoteRules } from './voteSchema'

export interface VoteInput {
  readonly candidate: string
}

/** What a receipt of `vote` says. */
export interface VoteResult {
  readonly candidate: string
  /** How many votes this visitor has given the candidate, this one included. */
  readonly given: number
  /** Votes that this visitor has left now; null: without limit. */
  readonly left: number | null
  /** What was given for it; null: nothing, or it has run out. */
  readonly gained: Gain | null
}

/** Whether votes no longer count at `at` (epoch ms). */
export function isFrozen({ freezeAt }: VoteRules, at: number): boolean {
  return freezeAt !== null && at >= Date.parse(freezeAt)
}

/**
 * One vote of one visitor for one candidate. Refuses with `frozen` when voting has closed, `no-chance-left` (`retryAt`: when there
 * are votes again) when today's are used up, and `limit-reached` when there will be no more, for anyone or for this candidate.
 */
export function castVote(context: VoteContext, command: Command<VoteInput>, state: State): Outcome {
  const { id, play } = context
  const { candidate } = command.input
  if (isFrozen(play, command.at)) return refuse('frozen', { detail: { zh: '投票已截止。', en: 'Voting has closed.' } })
  if (!play.candidates.some((each) => each.id === candidate))
    return refuse('bad-input', { detail: { zh: '没有这个候选项。', en: 'There is no such candidate.' } })
  const all = votesLeft(context, command, state)
  if (all.leftInAll === 0) return refuse('limit-reached', { detail: { zh: '你的票已经投完了。', en: 'You have given all your votes.' } })
  if (all.left === 0) return outForToday(context, command.dayKey, { zh: '今天的票投完了。', en: 'You have no votes left today.' })
  const here = votesLeftFor(context, command, candidate, state)
  if (here.leftInAll === 0) return refuse('limit-reached', { detail: noMoreFor(context, command, state) })
  if (here.left === 0) return outForToday(context, command.dayKey, { zh: '今天已经投过它了，试试别的吧。', en: 'You have voted for it today; try another.' })
  const reward = rewardOf(context, command, state)
  const result: VoteResult = {
    candidate,
    given: state.count(givenToKey(id, command, candidate)) + 1,
    left: all.left === null ? null : all.left - 1,
    gained: reward.gained,
  }
  return accept({ ...result } satisfies Json, [...counting(context, command, state), ...reward.effects])
}

function noMoreFor({ id, play }: VoteContext, command: Command<VoteInput>, state: State): { zh: string; en: string } {
  const isOther = play.choice === 'one' && state.count(givenToKey(id, command, command.input.candidate)) === 0
  return isOther
    ? { zh: '只能投给一个候选项，你已经选过了。', en: 'Only one may be voted for, and you have chosen already.' }
    : { zh: '你给它的票已经投满了。', en: 'You have given it all the votes you can.' }
}

function outForToday({ rules, id }: VoteContext, today: string, { zh, en }: Bilingual): Outcome {
  const next = opensNextDay(rules, id, today)
  return refuse('no-chance-left', { detail: { zh, en }, ...(next === null ? {} : { retryAt: next }) })
}

function counting({ id, play }: VoteContext, command: Command<VoteInput>, state: State): Effect[] {
  const { candidate } = command.input
  const { perVisitor, perCandidate } = play
  const isFirst = state.count(givenKey(id, command)) === 0
  return [
    { do: 'count', key: votesKey(id, candidate), by: 1 },
    ...(isFirst ? [{ do: 'count', key: votersKey(id), by: 1 } as const] : []),
    ...bounded(givenKey(id, command), perVisitor.inAll),
    ...bounded(givenOnDayKey(id, command), perVisitor.perDay),
    ...bounded(givenToKey(id, command, candidate), perCandidate.inAll),
    ...bounded(givenToOnDayKey(id, command, candidate), perCandidate.perDay),
  ]
}

function bounded(key: string, max: number | null): Effect[] {
  return [{ do: 'count', key, by: 1, ...(max === null ? {} : { max }) }]
}

function rewardOf(
  { rules, play }: VoteContext,
  command: Command<VoteInput>,
  state: State,
): { readonly effects: readonly Effect[]; readonly gained: Gain | null } {
  const none = { effects: [], gained: null }
  if (!play.reward) return none
  const given = grant(play.reward, { rules, command, roll: dice(command.random), source: `vote/${command.key}` })
  return canGrant(given.effects, state) ? { effects: given.effects, gained: gained(given.granted, rules) } : none
}

/** The counters that a vote of this visitor looks at. */
export function voteReads({ id, play }: VoteContext, voter: Voter, candidate: string): string[] {
  const others = play.choice === 'one' ? play.candidates.map((each) => givenToKey(id, voter, each.id)) : []
  return [givenKey(id, voter), givenOnDayKey(id, voter), givenToKey(id, voter, candidate), givenToOnDayKey(id, voter, candidate), ...others]
}
