import type { Point, Rect } from './geometry'

export interface Sibling {
  readonly id: string
  readonly rect: Rect
}

/** Where a widget goes among its future siblings, and the line that shows it. */
export interface Insertion {
  /** The sibling that comes right after; null: it becomes the last. */
  readonly before: string | null
  readonly line: Rect
}

const lineInset = 2

/** The gap nearest to the pointer in a container whose children follow each other, down or (where they stand side by side) across. */
export function insertionAt(point: Point, container: Rect, siblings: readonly Sibling[]): Insertion {
  if (siblings.length === 0) return { before: null, line: { x: container.x + 8, y: container.y + container.h / 2, w: Math.max(0, container.w - 16), h: 0 } }
  const isRow = standSideBySide(siblings)
  const middle = ({ rect }: Sibling): number => (isRow ? rect.x + rect.w / 2 : rect.y + rect.h / 2)
  const at = siblings.findIndex((sibling) => (isRow ? point.x : point.y) < middle(sibling))
  const index = at < 0 ? siblings.length : at
  const [previous, next] = [siblings[index - 1]?.rect, siblings[index]?.rect]
  return { before: siblings[index]?.id ?? null, line: isRow ? upright(previous, next) : level(container, previous, next) }
}

function standSideBySide(siblings: readonly Sibling[]): boolean {
  const [first, second] = [siblings[0]!.rect, siblings[1]?.rect]
  return second !== undefined && second.y < first.y + first.h / 2 && second.x >= first.x + first.w / 2
}

function level(container: Rect, above: Rect | undefined, below: Rect | undefined): Rect {
  const y = above && below ? (above.y + above.h + below.y) / 2 : above ? above.y + above.h + lineInset : below!.y - lineInset
  return { x: container.x + 4, y, w: Math.max(0, container.w - 8), h: 0 }
}

function upright(left: Rect | undefined, right: Rect | undefined): Rect {
  const x = left && right ? (left.x + left.w + right.x) / 2 : left ? left.x + left.w + lineInset : right!.x - lineInset
  const { y, h } = left ?? right!
  return { x, y, w: 0, h }
}

/** Whether the pointer is so near to the upper or lower edge that it means "beside this", not "inside it". */
export function isAtEdge(point: Point, { y, h }: Rect): boolean {
  const zone = Math.min(10, Math.max(4, h * 0.15))
  return point.y < y + zone || point.y > y + h - zone
}
