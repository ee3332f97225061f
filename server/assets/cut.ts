import type { AssetEdit } from '../../schemas/api/management'

interface Size {
  readonly width: number
  readonly height: number
}

export interface Area extends Size {
  readonly left: number
  readonly top: number
}

/**
 * What a crop leaves of an upright picture, in px of that. The crop itself is said in px of the picture as it was turned
 * and mirrored, so its way is gone backwards. What reaches beyond the edges is left out; one px remains at least.
 */
export function cutOf(upright: Size, { turn, mirror, flip, crop }: AssetEdit): Area {
  const { width, height } = upright
  if (!crop) return { left: 0, top: 0, width, height }
  const isAcross = turn === 90 || turn === 270
  const seen = isAcross ? { width: height, height: width } : upright
  const x = Math.min(crop.x, seen.width - 1)
  const y = Math.min(crop.y, seen.height - 1)
  const w = Math.min(crop.w, seen.width - x)
  const h = Math.min(crop.h, seen.height - y)
  const left = mirror ? seen.width - x - w : x
  const top = flip ? seen.height - y - h : y
  switch (turn) {
    case 90:
      return { left: top, top: height - left - w, width: h, height: w }
    case 180:
      return { left: width - left - w, top: height - top - h, width: w, height: h }
    case 270:
      return { left: width - top - h, top: left, width: h, height: w }
    case undefined:
      return { left, top, width: w, height: h }
  }
}

/** The same crop of a picture that is smaller by `scale`. */
export function scaledCrop(edit: AssetEdit, scale: number): AssetEdit {
  if (!edit.crop || scale === 1) return edit
  const { x, y, w, h } = edit.crop
  return { ...edit, crop: { x: Math.floor(x * scale), y: Math.floor(y * scale), w: Math.max(1, Math.round(w * scale)), h: Math.max(1, Math.round(h * scale)) } }
}
