/** Where a receipt falls within its slice, in [-0.5, 0.5): a hash of its id, so that every look at it falls alike. */
function lean(receiptId: string): number {
  let hash = 7
  for (let i = 0; i < receiptId.length; i++) hash = (hash * 31 + receiptId.charCodeAt(i)) % 65_521
  return hash / 65_521 - 0.5
}

/**
 * The angle (degrees clockwise, in [0, 360)) at which a wheel of `count` equal slices rests so that its pointer, at the
 * top, shows slice `index`. Slice 0 is centred at the top when the wheel is at 0. The middle 70 % of the slice is used.
 */
export function restingAngle(receiptId: string, index: number, count: number): number {
  const slice = 360 / count
  return (720 - slice * (index + 0.7 * lean(receiptId))) % 360
}

/** The next turn (degrees, ever growing) that comes to rest at `angle` after five more rounds. */
export function turnTo(angle: number, turned: number): number {
  return turned - (turned % 360) + 1800 + angle
}
