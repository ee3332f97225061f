import type { State } from '../../schemas/play'

/** A team as it was founded. A type, not an interface, so that it counts as `Json`. */
export type Team = {
  readonly name: string
  readonly by: string
  readonly at: number
}

/** One stay in a team. Who leaves and joins again has another one. */
export type Stay = {
  readonly team: string
  readonly at: number
  /** Which of the visitor's stays it is, from 1. */
  readonly nth: number
}

export function teamKey(play: string, team: string): string {
  return `${play}/team/${team}`
}

export function teamOf(state: State, play: string, team: string): Team | null {
  // Only founding writes this key.
  return (state.fact(teamKey(play, team)) as Team | undefined) ?? null
}

/** How many there are in a team. */
export function sizeKey(play: string, team: string): string {
  return `${play}/size/${team}`
}

/** 1 while a visitor is in a team, else 0. */
export function inKey(play: string, visitor: string): string {
  return `${play}/in/${visitor}`
}

/** How often a visitor has joined one, and each of their stays. */
export function joinsKey(play: string, visitor: string): string {
  return `${play}/joins/${visitor}`
}

export function stayKey(play: string, visitor: string, nth: number): string {
  return `${play}/stay/${visitor}/${nth}`
}

/** Where the members of a team are listed by the time they joined; who left has a second entry beside the first. */
export function membersPrefix(play: string, team: string): string {
  return `${play}/member/${team}/`
}

export function memberKey(play: string, { team, at, nth }: Stay, visitor: string): string {
  return `${membersPrefix(play, team)}${String(at).padStart(15, '0')}/${visitor}/${nth}`
}

export function leftKey(play: string, stay: Stay, visitor: string): string {
  return `${memberKey(play, stay, visitor)}/left`
}

/** What a member has scored for a team. */
export function scoredKey(play: string, team: string, visitor: string): string {
  return `${play}/scored/${team}/${visitor}`
}

/** The score of a team. */
export function scoreKey(play: string, team: string): string {
  return `${play}/score/${team}`
}

/** That a team was rewarded, for being full (`full`) or for a score. Recorded once for anything as well. */
export function paidKey(play: string, team: string, what: string): string {
  return `${play}/paid/${team}/${what}`
}

/** How often a team was rewarded: from then on nobody leaves it. */
export function rewardsKey(play: string, team: string): string {
  return `${play}/rewards/${team}`
}

export function teamsKey(play: string): string {
  return `${play}/teams`
}

/** The team that a visitor is in; null: none. */
export function stayOf(state: State, play: string, visitor: string): Stay | null {
  if (state.count(inKey(play, visitor)) === 0) return null
  // Only joining writes these keys.
  return (state.fact(stayKey(play, visitor, state.count(joinsKey(play, visitor)))) as Stay | undefined) ?? null
}

/** Who is in a team, in the order in which they joined. */
export function membersOf(state: State, play: string, team: string): string[] {
  const prefix = membersPrefix(play, team)
  const stays = state.factsUnder(prefix).map(({ key }) => key.slice(prefix.length).split('/') as [at: string, visitor: string, nth: string, left?: string])
  const gone = stays.filter(([, , , left]) => left !== undefined).map(([, visitor, nth]) => `${visitor}/${nth}`)
  return stays.filter(([, visitor, nth, left]) => left === undefined && !gone.includes(`${visitor}/${nth}`)).map(([, visitor]) => visitor)
}
