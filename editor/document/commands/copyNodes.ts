import type { PageDocument, PageNode } from '../../../schemas/page'
import { subtreeOf } from '../../../schemas/tree'
import { topmost } from './topmost'

/** Nodes on the clipboard: whole branches, parents first. `tops` are the ones that were chosen, in page order. */
export interface Clip {
  readonly tops: readonly string[]
  readonly nodes: readonly PageNode[]
}

/** The nodes and all they hold, as a clip that can be pasted into this or another page. */
export function copyNodes(document: PageDocument, { ids }: { readonly ids: readonly string[] }): Clip {
  const tops = topmost(document, ids)
  return { tops, nodes: tops.flatMap((id) => subtreeOf(document.nodes, id)).map((id) => document.nodes[id]!) }
}
