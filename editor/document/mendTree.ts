import { generateKeyBetween } from 'fractional-indexing'
import { setAt, squashDiffs, applyDiff } from '../../schemas/diff'
import { ordersBetween } from '../../schemas/order'
import { rootId, type PageDocument, type PageNode } from '../../schemas/page'
import { childIndex, childrenOf } from '../../schemas/tree'

/**
 * A page on which every node can be reached. Two people's edits, each sound, can together leave a node in a container that
 * is gone, or two containers in each other; such nodes come to the end of the page, where somebody sees them.
 * The very same document when nothing was amiss.
 */
export function mendTree(document: PageDocument): PageDocument {
  return renumbered(rehomed(document))
}

function rehomed(document: PageDocument): PageDocument {
  const reached = reachable(document)
  const lost = Object.values(document.nodes).filter(({ id }) => !reached.has(id))
  if (lost.length === 0 || !document.nodes[rootId]) return document
  // Inside a lost branch everything keeps its place; of a circle, the smallest id is its top.
  const tops = lost.filter((node) => !document.nodes[node.parent ?? ''] || isCircleTop(document, node))
  const last = childrenOf(document.nodes, rootId).at(-1)?.order ?? null
  const orders = ordersBetween(last, null, tops.length)
  return applyDiff(
    document,
    squashDiffs(tops.map(({ id }, i) => [...setAt(document, ['nodes', id, 'parent'], rootId), ...setAt(document, ['nodes', id, 'order'], orders[i]!)])),
  )
}

function reachable({ nodes }: PageDocument): Set<string> {
  const index = childIndex(nodes)
  const reached = new Set([rootId])
  for (const id of reached) for (const child of index.get(id) ?? []) reached.add(child.id)
  return reached
}

function isCircleTop({ nodes }: PageDocument, node: PageNode): boolean {
  const circle = [node.id]
  for (let at = node.parent; at !== node.id; at = nodes[at]!.parent) {
    if (at === null || !nodes[at] || circle.includes(at)) return false
    circle.push(at)
  }
  return circle.every((id) => id >= node.id)
}

/** Orders that are no fractional index, as a script may write them, are made anew; what people see stays as it was. */
function renumbered(document: PageDocument): PageDocument {
  const broken = [...childIndex(document.nodes)].filter(([, children]) => children.some(({ order }) => !isOrder(order)))
  return applyDiff(
    document,
    squashDiffs(
      broken.flatMap(([, children]) => {
        const orders = ordersBetween(null, null, children.length)
        return children.map(({ id }, i) => setAt(document, ['nodes', id, 'order'], orders[i]!))
      }),
    ),
  )
}

function isOrder(order: string): boolean {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}
