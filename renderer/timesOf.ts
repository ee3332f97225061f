import type { Schedule } from '../schemas/rules'
import type { Times } from '../widgets/host'

/** A schedule as widgets see it. The clock is not known yet. */
export function timesOf({ startsAt, endsAt, timeZone, phases }: Schedule): Times {
  return {
    now: null,
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    timeZone,
    phases: phases.map((phase) => ({ id: phase.id, startsAt: Date.parse(phase.startsAt), endsAt: Date.parse(phase.endsAt) })),
  }
}
