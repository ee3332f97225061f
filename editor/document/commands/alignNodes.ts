import type { Diff } from '../../../schemas/diff'
import type { Frame, PageDocument } from '../../../schemas/page'
import { framedOf } from './framed'
import { setFrames } from './setFrames'

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** Brings freely placed nodes to one line: an edge or the middle of the box around all of them. Nodes in flow and locked ones stay, and are left out of account. */
export function alignNodes(document: PageDocument, { ids, to }: { readonly ids: readonly string[]; readonly to: Alignment }): Diff {
  const framed = framedOf(document, ids)
  if (framed.length < 2) return []
  const frames = framed.map(([, frame]) => frame)
  const [left, top] = [Math.min(...frames.map(({ x }) => x)), Math.min(...frames.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...frames.map(({ x, w }) => x + w)), Math.max(...frames.map(({ y, h }) => y + h))]
  const aligned = (frame: Frame): Frame => {
    switch (to) {
      case 'left':
        return { ...frame, x: left }
      case 'centre':
        return { ...frame, x: (left + right - frame.w) / 2 }
      case 'right':
        return { ...frame, x: right - frame.w }
      case 'top':
        return { ...frame, y: top }
      case 'middle':
        return { ...frame, y: (top + bottom - frame.h) / 2 }
      case 'bottom':
        return { ...frame, y: bottom - frame.h }
      default:
        return to satisfies never
    }
  }
  return setFrames(document, { frames: Object.fromEntries(framed.map(([id, frame]) => [id, aligned(frame)])) })
}
