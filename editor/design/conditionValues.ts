import type { PageDocument, Variable } from '../../schemas/page'
import { commonStates, type PlayState } from '../../schemas/when'
import { playKinds } from '../../widgets/rules'

/** The values that a page's actions give variables, by name. */
export function variablesOf({ nodes }: Pick<PageDocument, 'nodes'>): ReadonlyMap<string, readonly Variable[]> {
  const found = new Map<string, Variable[]>()
  for (const { on } of Object.values(nodes))
    for (const action of Object.values(on ?? {}).flat())
      if (action.do === 'set') found.set(action.name, [...new Set([...(found.get(action.name) ?? []), action.value])])
  return found
}

/** How a play of a kind can stand for a visitor. */
export function statesOfKind(kind: string | undefined): readonly PlayState[] {
  return [...new Set([...commonStates, ...(Object.keys(playKinds[kind ?? '']?.states ?? {}) as PlayState[])])]
}
