import { setAt, type Diff } from '../../../schemas/diff'
import type { Frame, PageDocument } from '../../../schemas/page'

/** Frames of freely placed nodes, kept within what a page admits and rounded to half pixels. Locked nodes stay. */
export function setFrames(document: PageDocument, { frames }: { readonly frames: { readonly [id: string]: Frame } }): Diff {
  return Object.entries(frames).flatMap(([id, frame]) => {
    const node = document.nodes[id]
    return node && !node.locked ? setAt(document, ['nodes', id, 'frame'], admitted(frame)) : []
  })
}

function admitted({ x, y, w, h, ...rest }: Frame): Frame {
  return { ...rest, x: within(x, -4000, 4000), y: within(y, -4000, 40_000), w: within(w, 1, 4000), h: within(h, 1, 40_000) }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value * 2) / 2))
}
