import type { PageDocument } from '../../../schemas/page'
import type { SymbolContent } from '../../../schemas/symbol'
import { instanceAt, type Instance } from './instance'
import { agreeAt, sharedNodes, sharedPlaces, standAlike, type SharedAt } from './shared'

/** One thing in which an instance differs from its symbol. `inner` names the symbol's node, `node` the page's. */
export type Override =
  | { readonly kind: 'value'; readonly node: string; readonly inner: string; readonly at: SharedAt }
  | { readonly kind: 'place'; readonly node: string; readonly inner: string }
  /** The page has put it there, with all it holds. */
  | { readonly kind: 'added'; readonly node: string }
  /** The page has taken it away, with all it held. */
  | { readonly kind: 'removed'; readonly inner: string }

/** In what an instance differs from the version of its symbol that `content` is; nothing where the node is no instance. */
export function overridesOf(document: PageDocument, root: string, content: SymbolContent): Override[] {
  const instance = instanceAt(document, root)
  if (!instance) return []
  return [...changed(document, instance, content), ...added(document, instance, content), ...removed(instance, content)]
}

function changed(document: PageDocument, instance: Instance, content: SymbolContent): Override[] {
  return [...sharedNodes(document, instance)].flatMap(([inner, mine]): Override[] => {
    const base = content.nodes[inner]
    if (!base) return []
    const node = instance.pageIds.get(inner)!
    const isRoot = node === instance.root
    const values = sharedPlaces(mine, base, isRoot).filter((at) => !agreeAt(mine, base, at))
    return [
      ...values.map((at) => ({ kind: 'value', node, inner, at }) as const),
      ...(isRoot || standAlike(mine, base) ? [] : [{ kind: 'place', node, inner } as const]),
    ]
  })
}

function added({ nodes }: PageDocument, { root, own, innerIds }: Instance, content: SymbolContent): Override[] {
  const unknown = [...innerIds].filter(([id, inner]) => id !== root && !content.nodes[inner]).map(([id]) => id)
  const all = new Set([...own, ...unknown])
  return [...all].filter((id) => !all.has(nodes[id]!.parent!)).map((node) => ({ kind: 'added', node }))
}

function removed({ pageIds }: Instance, { nodes }: SymbolContent): Override[] {
  return Object.values(nodes)
    .filter(({ id, parent }) => !pageIds.has(id) && (parent === null || pageIds.has(parent)))
    .map(({ id }) => ({ kind: 'removed', inner: id }))
}
