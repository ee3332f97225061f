import type { Facts } from '../../schemas/isShown'
import { playStates, stageStates, type PlayState } from '../../schemas/when'
import type { Look } from './canvasMessages'

const stages: { readonly [sample: string]: PlayState } = { before: 'not-started', ended: 'ended' }

/** How a play stands where widgets are shown in a sample, or where it is said outright. */
function statesIn(sample: string): PlayState[] {
  const told = playStates.filter((state) => state === sample)
  const acted = told.some((state) => state !== 'joined' && !stageStates.includes(state) && state !== 'sold-out')
  const stage = stages[sample] ?? stageStates.find((state) => state === sample) ?? 'running'
  return [stage, ...told.filter((state) => !stageStates.includes(state)), ...(acted ? (['joined'] as const) : [])]
}

/** What is known of the visitor as whom a canvas is looked at. */
export function factsFor(as: NonNullable<Look['as']>, { samples, plays, variables }: Pick<Look, 'samples' | 'plays' | 'variables'>): Facts {
  const all = samples?.['*'] ?? 'ready'
  return { ...as, phases: [], states: (play) => statesIn(plays?.[play] ?? all), variables: variables ?? {} }
}
