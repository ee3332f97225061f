import type { PageNode } from './page'

type Nodes = { readonly [id: string]: PageNode }

/** The one order of siblings: by `order`, then by id, so that everybody sees the same page. */
export function bySiblingOrder(a: PageNode, b: PageNode): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The nodes directly inside `parent`, in order. */
export function childrenOf(nodes: Nodes, parent: string): PageNode[] {
  return Object.values(nodes)
    .filter((node) => node.parent === parent)
    .sort(bySiblingOrder)
}

/** Every parent's children in order, for walks over a whole page: one pass instead of one a node. */
export function childIndex(nodes: Nodes): Map<string, PageNode[]> {
  const index = new Map<string, PageNode[]>()
  for (const node of Object.values(nodes)) {
    if (node.parent === null) continue
    const siblings = index.get(node.parent)
    if (siblings) siblings.push(node)
    else index.set(node.parent, [node])
  }
  for (const siblings of index.values()) siblings.sort(bySiblingOrder)
  return index
}

/** The ids of a node and of everything inside it, parents first. */
export function subtreeOf(nodes: Nodes, id: string): string[] {
  const index = childIndex(nodes)
  const found: string[] = []
  const walk = (at: string): void => {
    found.push(at)
    for (const child of index.get(at) ?? []) walk(child.id)
  }
  if (nodes[id]) walk(id)
  return found
}

/** Whether `id` is `ancestor` or lies anywhere inside it. */
export function isInside(nodes: Nodes, id: string, ancestor: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); at = nodes[at]?.parent ?? null) {
    if (at === ancestor) return true
    seen.add(at)
  }
  return false
}

/** A page in one line, `type:id` in order with children in brackets: what tests compare. */
export function outline(nodes: Nodes, parent = 'root'): string {
  const index = childIndex(nodes)
  const line = (at: string): string =>
    (index.get(at) ?? [])
      .map(({ id, type }) => {
        const inside = line(id)
        return `${type}:${id}${inside ? `(${inside})` : ''}`
      })
      .join(' ')
  return line(parent)
}
