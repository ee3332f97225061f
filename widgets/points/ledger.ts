import type { Command, Effect } from '../../schemas/play'
import type { Schedule } from '../../schemas/rules'
import { balanceKey, entriesPrefix } from '../../schemas/keys'
import { activePhases } from '../../schemas/phases'

/** Points that a visitor ever gained; spending does not lower it. */
export function earnedKey(points: string, visitor: string): string {
  return `${points}/earned/${visitor}`
}

/** Points that a play ever gave to anyone, kept where the play has a budget. */
export function issuedKey(points: string): string {
  return `${points}/issued`
}

/** One line of a visitor's account. `delta` is `base` times `multiplier`; negative where points were spent. A type, not an interface, so that it counts as `Json`. */
export type Entry = {
  readonly delta: number
  readonly base: number
  readonly multiplier: number
  /** The play and the business key that caused it, `daily-sign/day/2026-01-01`. */
  readonly reason: string
  readonly at: number
}

/** How many times over points count at `at`: the greatest of the phases in force, 1 where there is none. */
export function multiplierAt(multipliers: readonly { readonly phase: string; readonly times: number }[], schedule: Schedule, at: number): number {
  const active = activePhases(schedule, at)
  return Math.max(1, ...multipliers.filter(({ phase }) => active.includes(phase)).map(({ times }) => times))
}

/** Entries are listed by time: milliseconds written with 15 digits sort as text as they do as numbers. */
function entryKey(points: string, command: Command<unknown>, reason: string): string {
  return `${entriesPrefix(points, command.visitor)}${String(command.at).padStart(15, '0')}/${reason}`
}

/** The effects of one movement on the commanding visitor's account: balance, total earned, and the entry that explains both. */
export function enter(
  points: string,
  command: Command<unknown>,
  moved: { readonly base: number; readonly multiplier: number; readonly source: string },
): Effect[] {
  const delta = moved.base * moved.multiplier
  const reason = `${command.play}/${moved.source}`
  const entry: Entry = { delta, base: moved.base, multiplier: moved.multiplier, reason, at: command.at }
  return [
    { do: 'count', key: balanceKey(points, command.visitor), by: delta, min: 0, refusal: 'not-enough-points' },
    ...(delta > 0 ? [{ do: 'count', key: earnedKey(points, command.visitor), by: delta } as const] : []),
    { do: 'fact', key: entryKey(points, command, reason), value: entry },
  ]
}

/** Takes points from the commanding visitor; refused with `not-enough-points` when the balance would fall below 0. `source` as in `grant`. */
export function spend(points: string, amount: number, command: Command<unknown>, source: string): Effect[] {
  return enter(points, command, { base: -amount, multiplier: 1, source })
}
