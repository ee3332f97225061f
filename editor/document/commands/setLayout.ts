import { setAt, squashDiffs, type Diff } from '../../../schemas/diff'
import { ordersBetween } from '../../../schemas/order'
import type { Frame, PageDocument, PageNode } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'
import { defaultFrame, type Layout, type Specs } from '../placing'
import { boxAround, stackOf, type Box } from './framed'

export interface LayoutWish {
  /** The container. */
  readonly id: string
  readonly layout: Layout
  /** Where its children stand now, in px of the design within the container. */
  readonly rects: ReadonlyMap<string, Box>
  readonly specs: Specs
}

/**
 * Makes a container arrange its content the other way without anything jumping. From flow to free each child gets the frame that it had
 * before, else one where it stands; from free to flow they follow each other as they are read, and keep their frames for the way back.
 */
export function setLayout(document: PageDocument, { id, layout, rects, specs }: LayoutWish): Diff {
  const children = childrenOf(document.nodes, id)
  const laid = setAt(document, ['nodes', id, 'props', 'layout'], layout)
  if (laid.length === 0) return []
  return squashDiffs([laid, ...(layout === 'free' ? framesFor(document, id, { children, rects, specs }) : readingOrder(document, id))])
}

interface Children {
  readonly children: readonly PageNode[]
  readonly rects: ReadonlyMap<string, Box>
  readonly specs: Specs
}

function framesFor(document: PageDocument, id: string, { children, rects, specs }: Children): Diff[] {
  const framed = children.map((child): readonly [string, Frame] => [
    child.id,
    child.frame ?? rects.get(child.id) ?? defaultFrame(document, id, specs[child.type]),
  ])
  if (framed.length === 0) return []
  const { y, h } = boxAround(framed.map(([, frame]) => frame))
  // It is as high as it was while it was free; what never was is as high as what it holds.
  const before = children.some(({ frame }) => frame) ? Number(document.nodes[id]!.props['height'] ?? 0) : 0
  const height = Math.max(20, Math.ceil(y + h), before)
  return [
    setAt(document, ['nodes', id, 'props', 'height'], height),
    ...framed.map(([child, frame]) => setAt(document, ['nodes', child, 'frame'], rounded(frame))),
  ]
}

/** From top to bottom, then from left to right. What lay over something else gets a layer, so that it lies there again on the way back. */
function readingOrder(document: PageDocument, id: string): Diff[] {
  const stack = stackOf(document, id)
  const read = [...stack].sort((a, b) => (a.frame?.y ?? 0) - (b.frame?.y ?? 0) || (a.frame?.x ?? 0) - (b.frame?.x ?? 0))
  if (read.every((child, i) => child === childrenOf(document.nodes, id)[i])) return []
  const orders = ordersBetween(null, null, read.length)
  const layers = isTurnedOver(stack, read) ? stack.map(({ id: child, frame }, i) => (frame ? setAt(document, ['nodes', child, 'frame', 'z'], i) : [])) : []
  return [...read.map((child, i) => setAt(document, ['nodes', child.id, 'order'], orders[i]!)), ...layers]
}

/** Whether some that lie over each other would change places. */
function isTurnedOver(stack: readonly PageNode[], read: readonly PageNode[]): boolean {
  const place = new Map(read.map((child, i) => [child, i]))
  const overlaps = (a: Frame | null | undefined, b: Frame | null | undefined): boolean =>
    Boolean(a && b && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
  return stack.some((under, i) => stack.slice(i + 1).some((over) => place.get(over)! < place.get(under)! && overlaps(under.frame, over.frame)))
}

function rounded({ x, y, w, h, ...rest }: Frame): Frame {
  const half = (value: number): number => Math.round(value * 2) / 2
  return { ...rest, x: half(x), y: half(y), w: Math.max(1, half(w)), h: Math.max(1, half(h)) }
}
