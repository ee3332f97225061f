import type { Variable } from './page'
import type { Parts, PlayState, When } from './when'

/** What is known where a page is looked at. Null: not known yet. */
export interface Facts {
  /** The phases that run. */
  readonly phases: readonly string[]
  /** The segments that the visitor is in, of those that the page names. */
  readonly segments: readonly string[] | null
  /** Empty: none. */
  readonly channel: string | null
  readonly visitor: 'new' | 'returning' | null
  /** How a play stands for the visitor. */
  readonly states: ((play: string) => readonly PlayState[]) | null
  readonly variables: { readonly [name: string]: Variable }
}

type Values = readonly (string | number | boolean)[]

/** Whether some wanted value is there: null while nobody knows. Nothing is wanted: nothing is said. */
function meets(wanted: Values | undefined, there: Values | null): (boolean | null)[] {
  return wanted ? [there && wanted.some((one) => there.includes(one))] : []
}

/** What a condition's parts come to, one by one. */
function answers({ phase, segment, channel, visitor, play = [], variable = [] }: Parts & Pick<When, 'visitor'>, facts: Facts): (boolean | null)[] {
  return [
    ...meets(phase, facts.phases),
    ...meets(segment, facts.segments),
    ...meets(channel, facts.channel === null ? null : [facts.channel]),
    ...meets(visitor && [visitor], facts.visitor && [facts.visitor]),
    ...play.flatMap(({ play: id, is }) => meets(is, facts.states && facts.states(id))),
    ...variable.flatMap(({ name, is }) => meets(is, name in facts.variables ? [facts.variables[name]!] : [])),
  ]
}

/** Whether a node is shown: every part of its condition holds, and none of `not`. What waits for something unknown is not. */
export function isShown(when: When | undefined, facts: Facts): boolean {
  return !when || (answers(when, facts).every((answer) => answer) && answers(when.not || {}, facts).every((answer) => answer === false))
}

/** Whether the phases that run let a node be shown at all: what a page's publisher decides. The rest is the visitor's page's (see `untilVisited`). */
export function isDrawn(when: When | undefined, phases: readonly string[]): boolean {
  const { phase, not } = when || {}
  const facts: Facts = { phases, segments: null, channel: null, visitor: null, states: null, variables: {} }
  return isShown({ ...(phase && { phase }), ...(not && not.phase && { not: { phase: not.phase } }) }, facts)
}
