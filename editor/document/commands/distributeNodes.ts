import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { framedOf, type Framed } from './framed'
import { setFrames } from './setFrames'

/** `across`: equal gaps from left to right; `down`: from top to bottom. */
export type Spread = 'across' | 'down'

/** Gives freely placed nodes equal gaps. The outermost two stay; three are needed. Where they overlap, the gaps are equal all the same: less than nothing. */
export function distributeNodes(document: PageDocument, { ids, to }: { readonly ids: readonly string[]; readonly to: Spread }): Diff {
  const [at, size] = to === 'across' ? (['x', 'w'] as const) : (['y', 'h'] as const)
  const framed = [...framedOf(document, ids)].sort(([, a], [, b]) => a[at] + a[size] / 2 - (b[at] + b[size] / 2))
  const [first, last] = [framed[0], framed.at(-1)]
  if (!first || !last || framed.length < 3) return []
  const room = last[1][at] + last[1][size] - first[1][at]
  const gap = (room - framed.reduce((sum, [, frame]) => sum + frame[size], 0)) / (framed.length - 1)
  let next = first[1][at]
  const spread = framed.map(([id, frame]): Framed => {
    const moved = { ...frame, [at]: next }
    next += frame[size] + gap
    return [id, moved]
  })
  return setFrames(document, { frames: Object.fromEntries(spread) })
}
