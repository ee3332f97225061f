import { diffDocuments, type Diff } from '../../../schemas/diff'
import type { PageDocument, SymbolLink } from '../../../schemas/page'

export interface Linking {
  readonly root: string
  readonly link: SymbolLink
  /** Ids in the symbol by ids on the page. */
  readonly innerIds: ReadonlyMap<string, string>
}

/** Makes a branch an instance of a symbol that was made of it. Instances within it become part of this one. */
export function linkInstance({ nodes }: PageDocument, { root, link, innerIds }: Linking): Diff {
  const linked = [...innerIds].flatMap(([id, of]) => {
    if (!nodes[id]) return []
    const { symbol: _other, ...node } = nodes[id]
    return [[id, { ...node, of, ...(id === root ? { symbol: link } : {}) }] as const]
  })
  return diffDocuments({ nodes }, { nodes: { ...nodes, ...Object.fromEntries(linked) } })
}
