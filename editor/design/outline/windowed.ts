/** px; every line of the outline is as high: higher where fingers point. */
export const lineHeight = globalThis.matchMedia?.('(pointer: coarse)').matches ? 36 : 28

const spare = 12
const allUpTo = 150

/** Which of many lines are drawn: those in view and some around. Few lines are drawn whole. Ends are half-open. */
export function windowed(count: number, scrollTop: number, height: number): { readonly from: number; readonly to: number } {
  if (count <= allUpTo) return { from: 0, to: count }
  const first = Math.floor(scrollTop / lineHeight)
  return { from: Math.max(0, first - spare), to: Math.min(count, first + Math.ceil(height / lineHeight) + spare) }
}
