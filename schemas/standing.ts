import type { Json } from './play'
import type { Stage } from './phases'
import type { PlayState } from './when'

/**
 * What a kind of play can say of how it stands for a visitor, from what it shows to everybody and to them alone.
 * `ended` is for a play that is over before its time is.
 */
export type StateTests<Shown = Json, Mine = Json> = {
  readonly [state in Exclude<PlayState, 'not-started' | 'running'>]?: (shown: Shown, mine: Mine) => boolean
}

/** Lets the tests be written with their kind's exact types and stored among all others. */
export function tellStates<Shown, Mine>(tests: StateTests<Shown, Mine>): StateTests {
  // They are given only what the kind's own views made.
  return tests as unknown as StateTests
}

/** A play as one visitor has it. */
export interface Standing {
  readonly stage: Stage
  readonly shown: Json
  readonly mine: Json
  /** Something was won in it. */
  readonly hasWon: boolean
}

/** How a play stands: its stage, and all that its kind can tell. A kind that is not known tells nothing more. */
export function statesOf({ stage, shown, mine, hasWon }: Standing, tests: StateTests = {}): PlayState[] {
  const told = (Object.keys(tests) as (keyof StateTests)[]).filter((state) => tests[state]!(shown, mine))
  const isOver = stage === 'ended' || told.includes('ended')
  const stands: PlayState = isOver ? 'ended' : stage === 'running' ? 'running' : 'not-started'
  const others = told.filter((state) => state !== 'ended' && state !== 'won')
  return [stands, ...others, ...(hasWon || told.includes('won') ? (['won'] as const) : [])]
}
