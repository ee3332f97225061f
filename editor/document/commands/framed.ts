import type { Frame, PageDocument, PageNode } from '../../../schemas/page'
import { childrenOf } from '../../../schemas/tree'

export type Framed = readonly [id: string, frame: Frame]

/** Where a node is placed freely; null in flow, where it may keep a frame for another time. */
export function frameIn({ nodes }: PageDocument, id: string): Frame | null {
  const node = nodes[id]
  return nodes[node?.parent ?? '']?.props['layout'] === 'free' ? (node?.frame ?? null) : null
}

/** Those of some nodes that are placed freely and may be moved, with their frames. */
export function framedOf(document: PageDocument, ids: readonly string[]): readonly Framed[] {
  return ids.flatMap((id): Framed[] => {
    const frame = frameIn(document, id)
    return frame && !document.nodes[id]!.locked ? [[id, frame]] : []
  })
}

/** The nodes directly inside a container, the hindmost first: freely placed ones by their layer, then all in their order. */
export function stackOf(document: PageDocument, parent: string): PageNode[] {
  const layer = ({ id }: PageNode): number => frameIn(document, id)?.z ?? 0
  return childrenOf(document.nodes, parent).sort((a, b) => layer(a) - layer(b))
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The smallest box around some others. @throws where there is none */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new Error('Nothing to put a box around.')
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...boxes.map(({ x, w }) => x + w)), Math.max(...boxes.map(({ y, h }) => y + h))]
  return { x: left, y: top, w: right - left, h: bottom - top }
}
