import type { Gradient } from '../../../../widgets/content/boxStyle'

export type Stop = Gradient['stops'][number]

export const mostStops = 8

/** Stops in the order of their places; two at one place keep theirs. */
export function inOrder(stops: readonly Stop[]): Stop[] {
  return [...stops].sort((one, other) => one.at - other.at)
}

/** One more stop in the middle of the widest gap, in the colour before it. */
export function withStop(stops: readonly Stop[]): Stop[] {
  const sorted = inOrder(stops)
  const gaps = sorted.slice(1).map((stop, i) => stop.at - sorted[i]!.at)
  const widest = gaps.indexOf(Math.max(...gaps))
  const before = sorted[widest]!
  return inOrder([...sorted, { colour: before.colour, at: Math.round(before.at + gaps[widest]! / 2) }])
}

/** The same colours from the other end. */
export function turned(stops: readonly Stop[]): Stop[] {
  return inOrder(stops.map(({ colour, at }) => ({ colour, at: 100 - at })).reverse())
}
