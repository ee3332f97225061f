import { setAt, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import type { Specs } from '../placing'
import { styleProps, type Style } from './copyStyle'

/** Gives widgets the look of another, as far as they have the same properties. What they have besides stays. */
export function pasteStyle(
  document: PageDocument,
  { ids, style, specs }: { readonly ids: readonly string[]; readonly style: Style; readonly specs: Specs },
): Diff {
  return ids.flatMap((id) => {
    const node = document.nodes[id]
    if (!node || node.locked) return []
    const known = styleProps(node.type, specs).filter((name) => name in style.props)
    const props = known.flatMap((name) => setAt(document, ['nodes', id, 'props', name], style.props[name]))
    return style.motion ? [...props, ...setAt(document, ['nodes', id, 'motion'], style.motion)] : props
  })
}
