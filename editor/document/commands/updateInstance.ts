import { diffDocuments, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { bringTo } from '../symbols/bringTo'
import { instanceAt } from '../symbols/instance'

export interface InstanceUpdate {
  readonly root: string
  /** The version that the instance is at. */
  readonly base: SymbolContent
  readonly next: { readonly version: string; readonly content: SymbolContent }
  readonly random?: () => number
}

/** Brings an instance to another version of its symbol; what the page has changed in it stays. */
export function updateInstance(document: PageDocument, { root, base, next, random }: InstanceUpdate): Diff {
  const instance = instanceAt(document, root)
  if (!instance) return []
  const nodes = bringTo(document, instance, { base, next: next.content, random })
  const linked = { ...nodes, [root]: { ...nodes[root]!, symbol: { ...instance.link, version: next.version } } }
  return diffDocuments({ nodes: document.nodes }, { nodes: linked })
}
