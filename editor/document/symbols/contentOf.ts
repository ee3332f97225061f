import type { PageDocument, PageNode } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { subtreeOf } from '../../../schemas/tree'
import { sortOut } from './instance'
import { aimed, sharedNode } from './shared'

export interface Gathered {
  readonly content: SymbolContent
  /** Ids in the symbol by ids on the page. */
  readonly innerIds: ReadonlyMap<string, string>
}

/**
 * A branch of a page as a symbol's content. Nodes that stand for one of the symbol's keep that one's id; the page's own
 * join under theirs. Actions that aim out of the branch, and what is the page's own affair, stay behind.
 */
export function contentOf({ nodes }: Pick<PageDocument, 'nodes'>, root: string): Gathered {
  const { innerIds: known } = sortOut(nodes, root)
  const taken = new Set(known.values())
  const innerIds = new Map<string, string>()
  for (const id of subtreeOf(nodes, root)) {
    const inner = known.get(id) ?? freeName(id, taken)
    taken.add(inner)
    innerIds.set(id, inner)
  }
  const gathered = [...innerIds].map(([id, inner]) => [inner, innerNode(nodes[id]!, innerIds, id === root)] as const)
  return { content: { root: innerIds.get(root)!, nodes: Object.fromEntries(gathered) }, innerIds }
}

function innerNode(node: PageNode, innerIds: ReadonlyMap<string, string>, isRoot: boolean): PageNode {
  const shared = sharedNode(node, innerIds, isRoot)
  return {
    ...shared,
    ...(node.on ? { on: aimed(node.on, (target) => innerIds.get(target)) } : {}),
    // How large it is drawn where it is placed freely.
    ...(isRoot && node.frame ? { frame: { x: 0, y: 0, w: node.frame.w, h: node.frame.h } } : {}),
  }
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  let name = id
  for (let turn = 2; taken.has(name); turn++) name = `${id.slice(0, 60)}-${turn}`
  return name
}
