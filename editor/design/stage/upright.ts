import { frameIn } from '../../document/commands/framed'
import type { PageDocument } from '../../../schemas/page'
import type { Rect } from '../gestures/geometry'

export interface Turned {
  /** Before it is turned. */
  readonly rect: Rect
  /** Degrees. */
  readonly rotate: number
}

/** What is seen of a node, as the box that it has before it is turned around its centre. A gesture may be turning it just now. */
export function upright(seen: Rect, document: PageDocument, id: string, element: HTMLElement | null): Turned {
  const frame = frameIn(document, id)
  const shown = frame && element ? /rotate\((-?[\d.]+)deg\)/.exec(element.style.transform)?.[1] : undefined
  const rotate = frame ? Number(shown ?? frame.rotate ?? 0) : 0
  if (rotate === 0 || !element) return { rect: seen, rotate: 0 }
  const [w, h] = [element.offsetWidth, element.offsetHeight]
  return { rect: { x: seen.x + seen.w / 2 - w / 2, y: seen.y + seen.h / 2 - h / 2, w, h }, rotate }
}
