import type { Facts } from '../../schemas/isShown'
import { playStates, type PlayState } from '../../schemas/when'
import type { Look } from './canvasMessages'

const stages: { readonly [sample: string]: PlayState } = { before: 'not-started', ended: 'ended' }

/** How every play stands in the state that widgets are shown in. */
function statesIn(sample: string): PlayState[] {
  const told = playStates.filter((state) => state === sample)
  const acted = told.some((state) => state !== 'sold-out' && state !== 'ended')
  return [stages[sample] ?? 'running', ...told.filter((state) => state !== 'ended'), ...(acted ? (['joined'] as const) : [])]
}

/** What is known of the visitor as whom a canvas is looked at. No variable is set: they belong to a visit. */
export function factsFor(as: NonNullable<Look['as']>, samples: Look['samples']): Facts {
  const states = statesIn(samples?.['*'] ?? 'ready')
  return { ...as, phases: [], states: () => states, variables: {} }
}
