import type { PageNode } from '../../schemas/page'
import type { Run } from '../drawTree'

/** Widgets that keep to their place in the pile: nothing in them has a `z-index` or is fixed on the screen. */
export const levelTypes: ReadonlySet<string> = new Set(['text', 'image', 'button'])

const size = 48
/** A container with fewer of them is painted as one. */
const worth = 2 * size

export type RunsOf = (children: readonly PageNode[], container: PageNode) => Run[]

/**
 * Parts the many nodes that are placed freely in one container into bands, elements of no size that change nothing to be
 * seen. Browsers lay out and paint anew the band of what changed, and take over the others as they are.
 */
export function bands(): RunsOf {
  /** Where bands begin, by container: orders of nodes, so that what comes and goes leaves the others in their bands. */
  const cuts = new Map<string, readonly string[]>()
  return (children, { id, props }) => {
    if (props['layout'] !== 'free') return children.map((child) => ({ nodes: [child] }))
    if (!cuts.has(id)) cuts.set(id, cutsOf(children.filter(isLevel)))
    const begins = cuts.get(id)!
    return begins.length ? partAt(begins, children) : children.map((child) => ({ nodes: [child] }))
  }
}

/** Nodes of a layer of their own stand beside the bands, as do those that hold others, which may have layers in them. */
function isLevel({ type, frame }: PageNode): boolean {
  return levelTypes.has(type) && Boolean(frame) && !frame?.z
}

function cutsOf(level: readonly PageNode[]): string[] {
  if (level.length < worth) return []
  return level.filter((_, i) => i > 0 && i % size === 0).map(({ order }) => order)
}

function partAt(begins: readonly string[], children: readonly PageNode[]): Run[] {
  const runs: { nodes: PageNode[]; within?: Run['within'] }[] = []
  let [next, key, band]: [number, string, PageNode[] | null] = [0, 'band', null]
  for (const child of children) {
    for (; next < begins.length && child.order >= begins[next]!; next++) [key, band] = [`band ${begins[next]}`, null]
    if (!isLevel(child)) {
      runs.push({ nodes: [child] })
      ;[key, band] = [`band after ${child.id}`, null]
      continue
    }
    if (!band) runs.push({ nodes: (band = []), within: { name: 'cv-band', key } })
    band.push(child)
  }
  return runs
}
