const step = 15
/** How near to a right angle it comes to rest there. */
const rest = 2

/** The angle that a frame is turned to, -180 to 180: whole degrees, at rest near right angles, in steps of 15° where that is asked for. */
export function angleAfter(angle: number, by: number, inSteps: boolean): number {
  const wanted = ((angle + by + 540) % 360) - 180
  if (inSteps) return plain(Math.round(wanted / step) * step)
  const right = Math.round(wanted / 90) * 90
  return plain(Math.abs(wanted - right) <= rest ? right : Math.round(wanted))
}

function plain(angle: number): number {
  return angle === -180 ? 180 : angle === 0 ? 0 : angle
}
