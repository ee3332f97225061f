/**
 * A whole number as both our languages write it: `12,345`. A formatter of the browser's own costs a phone more than all else
 * that a page does. `toFixed` leaves the engine's table of written numbers as small as it is: it grows by 64 KiB at once.
 */
export function grouped(n: number): string {
  return n.toFixed().replace(/\B(?=(\d{3})+$)/g, ',')
}
