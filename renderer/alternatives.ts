import type { PageNode } from '../schemas/page'
import { excludes, type When } from '../schemas/when'

/**
 * Neighbours of which a visitor sees one at the most, told by their conditions alone: they stand in one place, as high as
 * the highest of them. Gives runs in order; a run of one is a node by itself.
 */
export function alternatives(nodes: readonly PageNode[], conditions: { readonly [id: string]: When }): PageNode[][] {
  const runs: PageNode[][] = []
  for (const node of nodes) {
    const run = runs[runs.length - 1]
    const when = conditions[node.id]
    if (run && when && run.every(({ id }) => conditions[id] && excludes(conditions[id], when))) run.push(node)
    else runs.push([node])
  }
  return runs
}
