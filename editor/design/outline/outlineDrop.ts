import { rootId, type PageDocument } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import { isContainer, whyNotInside, whyNotMove, type Place, type Specs } from '../../document/placing'
import type { Cargo, Drop } from '../dragging'
import type { Rect } from '../gestures/geometry'
import type { OutlineRow } from './outlineRows'

/** A line of the outline under the pointer: its box in the list, and how far down in it the pointer is, from 0 to 1. */
export interface Pointed {
  readonly row: OutlineRow
  readonly box: Rect
  readonly share: number
}

/** Where cargo lands in the outline: a line's upper part means before it, its lower part after it, the middle of a container inside it. Below all lines: last on the page. */
export function outlineDrop(cargo: Cargo, pointed: Pointed | null, width: number, document: PageDocument, specs: Specs): Drop {
  const verdict = (place: Place, box: Rect, lineAt?: number): Drop => ({
    surface: 'outline',
    place,
    box,
    reason: whyNot(cargo, place.parent, document, specs),
    ...(lineAt === undefined ? {} : { line: { x: 0, y: lineAt, w: box.w, h: 0 } }),
  })
  if (!pointed) return verdict({ parent: rootId, before: null }, { x: 0, y: 0, w: width, h: 0 })
  const {
    row: { node, isOpen },
    box,
    share,
  } = pointed
  if (isContainer(node, specs) && share > 0.25 && (share < 0.75 || isOpen)) {
    return verdict({ parent: node.id, before: isOpen ? (childrenOf(document.nodes, node.id)[0]?.id ?? null) : null }, box)
  }
  const siblings = childrenOf(document.nodes, node.parent!)
  const next = siblings[siblings.findIndex(({ id }) => id === node.id) + 1]?.id ?? null
  return share < 0.5 ? verdict({ parent: node.parent!, before: node.id }, box, box.y) : verdict({ parent: node.parent!, before: next }, box, box.y + box.h)
}

function whyNot(cargo: Cargo, parent: string, document: PageDocument, specs: Specs): Drop['reason'] {
  if (cargo.kind === 'new') return whyNotInside(document, cargo.type, parent, specs)
  return cargo.ids.map((id) => whyNotMove(document, id, parent, specs)).find((reason) => reason !== null) ?? null
}
