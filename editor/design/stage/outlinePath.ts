import type { Turned } from './upright'

/**
 * The outlines of many boxes as one path. Each runs `inset` px inside the edge of its box, or outside of it where that is
 * negative. Edges are brought to whole pixels of the screen (`ratio` for 1 px), as those of elements are.
 */
export function outlinePath(boxes: readonly Turned[], inset: number, ratio: number): string {
  const sharp = (px: number): number => Math.round(px * ratio) / ratio
  return boxes
    .map(({ rect: { x, y, w, h }, rotate }) => around(corners(sharp(x) + inset, sharp(y) + inset, sharp(x + w) - inset, sharp(y + h) - inset), rotate))
    .join('')
}

type Corner = readonly [x: number, y: number]

function corners(left: number, top: number, right: number, bottom: number): Corner[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

/** A closed line through the corners of a box that is turned around its middle, by degrees. */
function around(all: readonly Corner[], degrees: number): string {
  const [[left, top], , [right, bottom]] = all as [Corner, Corner, Corner]
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const turned = ([x, y]: Corner): string => {
    const [dx, dy] = [x - middleX, y - middleY]
    return degrees === 0 ? `${short(x)} ${short(y)}` : `${short(middleX + dx * cos - dy * sin)} ${short(middleY + dx * sin + dy * cos)}`
  }
  return `M${all.map(turned).join('L')}Z`
}

const short = (px: number): number => Math.round(px * 100) / 100
