/** From one height of the page to another, in its px. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** How much of a page is painted where `seen` is in view: a screen more at either end. What is `painted` stays so while half a screen more is there, and not far too much. */
export function nearTo(seen: Span, painted: Span | null): Span {
  const screen = seen.to - seen.from
  const isEnough = painted && painted.from <= seen.from - screen / 2 && painted.to >= seen.to + screen / 2 && painted.to - painted.from <= screen * 4
  return isEnough ? painted : { from: Math.floor(seen.from - screen), to: Math.ceil(seen.to + screen) }
}
