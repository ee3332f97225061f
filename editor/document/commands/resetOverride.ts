import { diffDocuments, valueAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { subtreeOf } from '../../../schemas/tree'
import { bringTo } from '../symbols/bringTo'
import { instanceAt } from '../symbols/instance'
import type { Override } from '../symbols/overridesOf'
import { sharedNodes, withValue } from '../symbols/shared'

export interface OverrideReset {
  readonly root: string
  /** The version that the instance is at. */
  readonly content: SymbolContent
  readonly override: Override
  readonly random?: () => number
}

/** Takes one thing back in which an instance differs from its symbol. */
export function resetOverride(document: PageDocument, { root, content, override, random }: OverrideReset): Diff {
  const instance = instanceAt(document, root)
  if (!instance) return []
  if (override.kind === 'added') return subtreeOf(document.nodes, override.node).map((id) => ({ at: ['nodes', id], was: document.nodes[id] }))
  // Had the symbol been like this page in this one thing, the page would follow it now.
  const base = agreeing(content, override, sharedNodes(document, instance).get(override.inner))
  return diffDocuments({ nodes: document.nodes }, { nodes: bringTo(document, instance, { base, next: content, random }) })
}

function agreeing(content: SymbolContent, override: Exclude<Override, { kind: 'added' }>, mine: PageDocument['nodes'][string] | undefined): SymbolContent {
  const { inner } = override
  const node = content.nodes[inner]
  if (override.kind === 'removed') {
    const gone = new Set(subtreeOf(content.nodes, inner))
    return { ...content, nodes: Object.fromEntries(Object.entries(content.nodes).filter(([id]) => !gone.has(id))) }
  }
  if (!node || !mine) return content
  const agreed = override.kind === 'place' ? { ...node, parent: mine.parent, order: mine.order } : withValue(node, override.at, valueAt(mine, override.at))
  return { ...content, nodes: { ...content.nodes, [inner]: agreed } }
}
