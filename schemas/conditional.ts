import type { PageDocument } from './page'
import type { RulesDocument } from './rules'
import type { Segment } from './segment'
import { untilVisited, type When } from './when'

/** The conditions of a page that only the visitor's own page can decide, by node. */
export function conditionsOf({ nodes }: Pick<PageDocument, 'nodes'>): { [id: string]: When } {
  const found = Object.entries(nodes).flatMap(([id, { when }]) => {
    const left = untilVisited(when)
    return left ? [[id, left] as const] : []
  })
  return Object.fromEntries(found)
}

/** The segments that a page's conditions name, as the rules have them; null where the page asks nothing about its visitor. */
export function segmentsAsked(page: Pick<PageDocument, 'nodes'>, { segments = {} }: Pick<RulesDocument, 'segments'>): { [id: string]: Segment } | null {
  const conditions = Object.values(conditionsOf(page))
  if (!conditions.length) return null
  const named = new Set(conditions.flatMap(({ segment, not }) => [...(segment ?? []), ...(not?.segment ?? [])]))
  return Object.fromEntries(Object.entries(segments).filter(([id]) => named.has(id)))
}
