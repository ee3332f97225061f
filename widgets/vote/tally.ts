import type { PlayContext, State } from '../../schemas/play'
import type { VoteRules } from './voteSchema'

export type VoteContext = PlayContext<VoteRules>

/** Who votes, and on which day. */
export interface Voter {
  readonly visitor: string
  readonly dayKey: string
}

/** Votes for one candidate, of everybody. */
export function votesKey(play: string, candidate: string): string {
  return `${play}/votes/${candidate}`
}

/** Visitors who voted at all. */
export function votersKey(play: string): string {
  return `${play}/voters`
}

/** Votes of one visitor, in all and on one day. */
export function givenKey(play: string, { visitor }: Pick<Voter, 'visitor'>): string {
  return `${play}/given/${visitor}`
}

export function givenOnDayKey(play: string, { visitor, dayKey }: Voter): string {
  return `${play}/given/${visitor}/${dayKey}`
}

/** Votes of one visitor for one candidate, in all and on one day. No id holds a slash. */
export function givenToKey(play: string, { visitor }: Pick<Voter, 'visitor'>, candidate: string): string {
  return `${play}/given-to/${visitor}/${candidate}`
}

export function givenToOnDayKey(play: string, { visitor, dayKey }: Voter, candidate: string): string {
  return `${play}/given-to/${visitor}/${candidate}/${dayKey}`
}

/** What a visitor may still give; null: without limit. */
export interface VotesLeft {
  readonly left: number | null
  /** The same until the play is over, tomorrow included. */
  readonly leftInAll: number | null
}

/** Votes that one visitor has left, for whomever. */
export function votesLeft({ id, play }: VoteContext, voter: Voter, state: State): VotesLeft {
  return within(play.perVisitor, state.count(givenOnDayKey(id, voter)), state.count(givenKey(id, voter)))
}

/** Votes that one visitor may still give one candidate, other limits aside. None to others where only one may be chosen. */
export function votesLeftFor(context: VoteContext, voter: Voter, candidate: string, state: State): VotesLeft {
  const { id, play } = context
  const chosen = play.choice === 'one' ? chosenBy(context, voter, state) : undefined
  if (chosen !== undefined && chosen !== candidate) return { left: 0, leftInAll: 0 }
  return within(play.perCandidate, state.count(givenToOnDayKey(id, voter, candidate)), state.count(givenToKey(id, voter, candidate)))
}

/** The candidate that has this visitor's votes; the first listed where there are several. */
export function chosenBy({ id, play }: VoteContext, voter: Voter, state: State): string | undefined {
  return play.candidates.find((candidate) => state.count(givenToKey(id, voter, candidate.id)) > 0)?.id
}

function within({ perDay, inAll }: VoteRules['perVisitor'], today: number, ever: number): VotesLeft {
  const leftInAll = inAll === null ? null : Math.max(0, inAll - ever)
  const leftToday = perDay === null ? null : Math.max(0, perDay - today)
  return { left: leastOf(leftInAll, leftToday), leftInAll }
}

function leastOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}
