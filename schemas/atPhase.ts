import type { PageDocument, PageNode } from './page'
import { phasesIn } from './when'

type Nodes = { readonly [id: string]: PageNode }

/** A node as it is while some phases run; the very same record where they change nothing. Of two phases the later one wins. */
export function nodeAt(node: PageNode, phases: readonly string[]): PageNode {
  const own = phases.flatMap((phase) => node.byPhase?.[phase]?.props ?? [])
  return own.length ? { ...node, props: Object.assign({}, node.props, ...own) as PageNode['props'] } : node
}

/** A page as it is while some phases run; the very same document where they change nothing. */
export function pageAt(page: PageDocument, phases: readonly string[]): PageDocument {
  const changed = Object.entries(page.nodes).flatMap(([id, node]) => {
    const now = nodeAt(node, phases)
    return now === node ? [] : [[id, now] as const]
  })
  return changed.length ? { ...page, nodes: { ...page.nodes, ...Object.fromEntries(changed) } } : page
}

/** The phases that a page is different in: shown or not, or with other props. */
export function phasesNamed(nodes: Nodes): Set<string> {
  return new Set(Object.values(nodes).flatMap(({ when, byPhase }) => [...phasesIn(when), ...Object.keys(byPhase ?? {})]))
}
