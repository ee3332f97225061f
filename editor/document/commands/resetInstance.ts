import { diffDocuments, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { bringTo } from '../symbols/bringTo'
import { instanceAt } from '../symbols/instance'

export interface InstanceReset {
  readonly root: string
  /** The version that the instance is at. */
  readonly content: SymbolContent
  readonly random?: () => number
}

/** Makes an instance what its symbol is: nothing of what the page changed, added or took away in it remains. */
export function resetInstance(document: PageDocument, { root, content, random }: InstanceReset): Diff {
  const instance = instanceAt(document, root)
  if (!instance) return []
  return diffDocuments({ nodes: document.nodes }, { nodes: bringTo(document, instance, { base: null, next: content, random }) })
}
