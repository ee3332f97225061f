import type { Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'
import { framedOf } from './framed'
import { setFrames } from './setFrames'

export type Side = 'width' | 'height' | 'both'

/** Makes freely placed nodes as large as the one named first. */
export function sameSize(document: PageDocument, { ids, of }: { readonly ids: readonly string[]; readonly of: Side }): Diff {
  const framed = framedOf(document, ids)
  const model = framed[0]?.[1]
  if (!model || framed.length < 2) return []
  const size = { ...(of === 'height' ? {} : { w: model.w }), ...(of === 'width' ? {} : { h: model.h }) }
  return setFrames(document, { frames: Object.fromEntries(framed.map(([id, frame]) => [id, { ...frame, ...size }])) })
}
