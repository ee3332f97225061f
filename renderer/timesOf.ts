import { offsetsBetween, type Offsets } from '../schemas/days'
import type { Schedule } from '../schemas/rules'
import type { Times } from '../widgets/host'

/** Prizes are claimed, and lists looked at, for a while after an activity. */
const afterMs = 180 * 86_400_000

const known = new Map<string, Offsets>()

/** Looking for changes of summer time costs more than all else of a page's drawing. */
function offsetsOf(timeZone: string, startsAt: number, endsAt: number): Offsets {
  const key = [timeZone, startsAt, endsAt].join(' ')
  const offsets = known.get(key) ?? offsetsBetween(timeZone, startsAt, endsAt + afterMs)
  // An editor that is open all day asks for many ends.
  if (known.size > 100) known.clear()
  known.set(key, offsets)
  return offsets
}

/** A schedule as widgets see it. The clock is not known yet. */
export function timesOf({ startsAt, endsAt, timeZone, phases }: Schedule): Times {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)]
  return {
    now: null,
    startsAt: from,
    endsAt: to,
    offsets: offsetsOf(timeZone, from, to),
    phases: phases.map((phase) => ({ id: phase.id, startsAt: Date.parse(phase.startsAt), endsAt: Date.parse(phase.endsAt) })),
  }
}
