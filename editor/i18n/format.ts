import type { Locale } from '../../schemas/words'
import { locale } from './locale'

/** Numbers and times for the reader. All follow the chosen language. */

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return options ? new Intl.NumberFormat(locale.value, options).format(value) : numberIn(locale.value, value)
}

const plain: { [language: string]: Intl.NumberFormat } = {}

/** A number as a language writes it. Its formatter is made once, as making one takes far longer than using it. */
export function numberIn(language: Locale, value: number): string {
  return (plain[language] ??= new Intl.NumberFormat(language)).format(value)
}

/** A share of 1 as a percentage. */
export function percent(share: number, digits = 1): string {
  return number(share, { style: 'percent', maximumFractionDigits: digits })
}

/** Several names in one sentence. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale.value).format(names)
}

/** A moment (epoch ms) as date and time to the minute; in the reader's own zone where none is named. */
export function moment(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(at)
}

/** A day and month, for axes and short labels. */
export function shortDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locale.value, { month: 'numeric', day: 'numeric', timeZone }).format(at)
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How long ago a moment (epoch ms) was, in one unit: "3 hours ago". */
export function ago(at: number, now = Date.now()): string {
  const seconds = (at - now) / 1000
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  const style = new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' })
  return unit === 'second' ? style.format(0, 'second') : style.format(Math.round(seconds / size), unit)
}
