import { addDays, startOfDay } from './days'
import type { RulesDocument, Schedule } from './rules'

type Window = { readonly startsAt: string; readonly endsAt: string }
export type Stage = 'before' | 'running' | 'ended'

interface Bounds {
  readonly starts: number
  readonly ends: number
}

/** Documents are never changed in place, so each window's texts are read once. */
const known = new WeakMap<Window, Bounds>()

/** A window's ends, in epoch ms. */
function boundsOf(window: Window): Bounds {
  let bounds = known.get(window)
  if (!bounds) known.set(window, (bounds = { starts: Date.parse(window.startsAt), ends: Date.parse(window.endsAt) }))
  return bounds
}

/** Half-open: the start belongs to the window, the end does not. */
function stageIn(window: Window, at: number): Stage {
  const { starts, ends } = boundsOf(window)
  if (at < starts) return 'before'
  return at < ends ? 'running' : 'ended'
}

/** How far the activity has come at `at` (epoch ms). */
export function stageAt(schedule: Schedule, at: number): Stage {
  return stageIn(schedule, at)
}

/** The ids of the phases that `at` lies in, in the schedule's order. */
export function activePhases(schedule: Schedule, at: number): string[] {
  return schedule.phases.filter((phase) => stageIn(phase, at) === 'running').map(({ id }) => id)
}

/** The windows in which a play is open: its phases', or the activity's where it names none. */
export function windowsOf(rules: RulesDocument, play: string): readonly Window[] {
  const named = rules.plays[play]?.phases
  if (!named) return [rules.schedule]
  return rules.schedule.phases.filter(({ id }) => named.includes(id))
}

/** How far one play has come: `before` while a window is still to come and none is open. */
export function playStageAt(rules: RulesDocument, play: string, at: number): Stage {
  const stages = windowsOf(rules, play).map((window) => stageIn(window, at))
  if (stages.includes('running')) return 'running'
  return stages.includes('before') ? 'before' : 'ended'
}

/** When the play opens next (epoch ms) after `at`; null when it never does. */
export function opensNext(rules: RulesDocument, play: string, at: number): number | null {
  const starts = windowsOf(rules, play)
    .map((window) => boundsOf(window).starts)
    .filter((start) => start > at)
  return starts.length ? Math.min(...starts) : null
}

/** When the play is open again (epoch ms) on the day after `today` or later; null when it never is. */
export function opensNextDay(rules: RulesDocument, play: string, today: string): number | null {
  const tomorrow = startOfDay(addDays(today, 1), rules.schedule.timeZone, rules.schedule.dayCutoffHour)
  return playStageAt(rules, play, tomorrow) === 'running' ? tomorrow : opensNext(rules, play, tomorrow)
}
