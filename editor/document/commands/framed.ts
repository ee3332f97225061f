import type { Frame, PageDocument } from '../../../schemas/page'

export type Framed = readonly [id: string, frame: Frame]

/** Those of some nodes that are placed freely and may be moved, with their frames. */
export function framedOf({ nodes }: PageDocument, ids: readonly string[]): readonly Framed[] {
  return ids.flatMap((id): Framed[] => {
    const node = nodes[id]
    return node?.frame && !node.locked ? [[id, node.frame]] : []
  })
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
