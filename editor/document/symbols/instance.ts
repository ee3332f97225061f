import type { PageDocument, PageNode, SymbolLink } from '../../../schemas/page'
import { childIndex } from '../../../schemas/tree'

type Nodes = PageDocument['nodes']

/** A branch of a page that is a symbol's, and which of its nodes stands for which of the symbol's. */
export interface Instance {
  readonly root: string
  readonly link: SymbolLink
  /** Ids on the page by ids in the symbol. */
  readonly pageIds: ReadonlyMap<string, string>
  readonly innerIds: ReadonlyMap<string, string>
  /** What the page has put into it, parents first. */
  readonly own: readonly string[]
}

/** The root of the instance that a node belongs to, itself maybe; null: it belongs to none. */
export function instanceAround(nodes: Nodes, id: string): string | null {
  const seen = new Set<string>()
  for (let node = nodes[id]; node && !seen.has(node.id); node = nodes[node.parent ?? '']) {
    if (node.symbol) return node.id
    seen.add(node.id)
  }
  return null
}

/** The roots of all instances on a page. */
export function instanceRoots(nodes: Nodes): string[] {
  return Object.values(nodes)
    .filter(({ symbol }) => symbol !== undefined)
    .map(({ id }) => id)
}

/** The instance whose root a node is; null where it is none. */
export function instanceAt({ nodes }: Pick<PageDocument, 'nodes'>, root: string): Instance | null {
  const link = nodes[root]?.symbol
  return link ? { root, link, ...sortOut(nodes, root) } : null
}

/**
 * The nodes of a branch that stand for one of a symbol's, and the others. Of two that say they are the same one, the first
 * on the page is it. An instance within the branch is another's affair.
 */
export function sortOut(nodes: Nodes, root: string): Pick<Instance, 'pageIds' | 'innerIds' | 'own'> {
  const index = childIndex(nodes)
  const pageIds = new Map<string, string>()
  const innerIds = new Map<string, string>()
  const own: string[] = []
  const walk = ({ id, of, symbol }: PageNode, isNested: boolean): void => {
    const isOther = isNested || (symbol !== undefined && id !== root)
    if (of === undefined || isOther || pageIds.has(of)) own.push(id)
    else {
      pageIds.set(of, id)
      innerIds.set(id, of)
    }
    for (const child of index.get(id) ?? []) walk(child, isOther)
  }
  if (nodes[root]) walk(nodes[root], false)
  return { pageIds, innerIds, own }
}
