/** Where a receipt falls within its slice, in [-0.35, 0.35) of it: a hash of its id, so that every look at it falls alike. */
function lean(receiptId: string): number {
  let hash = 7
  for (const letter of receiptId) hash = ((hash + letter.charCodeAt(0)) * 31) % 997
  return (hash / 997 - 0.5) * 0.7
}

/**
 * The next turn (degrees clockwise, ever growing) of a wheel turned by `turned`: five more rounds, to rest with slice
 * `index` of `count` under the pointer at the top. Slice 0 is centred there at 0. Modulo 360 it depends on the receipt alone.
 */
export function turnTo(turned: number, receiptId: string, index: number, count: number): number {
  return turned - (turned % 360) + 2160 - (360 / count) * (index + lean(receiptId))
}
