import type { Stage, Times } from '../../host'
import type { CountdownProps } from './spec'

export interface Remaining {
  /** Null while the clock is not known. */
  readonly stage: Stage | null
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** What the countdown runs to at `times.now`, and how far it is. A point in time has no start of its own. */
export function remaining(props: CountdownProps, times: Times): Remaining {
  const { now } = times
  const [startsAt, endsAt] = windowOf(props, times)
  if (now === null) return split(null, 0)
  if (now < startsAt) return split('before', startsAt - now)
  return now < endsAt ? split('running', endsAt - now) : split('ended', 0)
}

function windowOf({ to, phase, instant }: CountdownProps, times: Times): readonly [number, number] {
  if (to === 'instant') return [-Infinity, instant ? Date.parse(instant) : times.endsAt]
  const named = to === 'phase' ? times.phases.find(({ id }) => id === phase) : undefined
  const { startsAt, endsAt } = named ?? times
  return [startsAt, endsAt]
}

function split(stage: Stage | null, ms: number): Remaining {
  const seconds = Math.ceil(ms / 1000)
  return { stage, days: Math.floor(seconds / 86_400), hours: Math.floor(seconds / 3600) % 24, minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 }
}
