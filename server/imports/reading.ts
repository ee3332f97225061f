import { isRecord } from '../../schemas/diff'

/** Readers of data that anyone may have written: whatever is not of the wanted shape is as good as absent. */

export type Raw = { readonly [key: string]: unknown }

const nothing: Raw = {}

export function recordOf(value: unknown): Raw {
  return isRecord(value) ? value : nothing
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function recordsOf(value: unknown): readonly Raw[] {
  return listOf(value).filter(isRecord)
}

/** A text or a number, as text; empty when it is neither. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The first of some texts that says something. */
export function firstText(...values: readonly unknown[]): string {
  return values.map(textOf).find((text) => text.trim() !== '') ?? ''
}

/** Styles under one spelling of names, `backgroundColor`; empty ones are left out. */
export function styleOf(value: unknown): Style {
  const known = Object.entries(recordOf(value)).filter(([, one]) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number')
  return Object.fromEntries(known.map(([name, one]) => [name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()), one as string | number]))
}

export type Style = { readonly [name: string]: string | number }

/** What a length is measured by: a `rem` in px, and what 100 % is. */
export interface Measure {
  readonly rem: number
  readonly whole: number
}

/** A length in px: `12`, `"12px"`, `"1.5rem"`, `"50%"`; null for anything else. */
export function lengthOf(value: string | number | undefined, { rem, whole }: Measure): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  const [, digits, unit = ''] = /^\s*(-?\d*\.?\d+)(px|rem|%)?\s*$/.exec(value ?? '') ?? []
  if (digits === undefined) return null
  const factor = unit === 'rem' ? rem : unit === '%' ? whole / 100 : 1
  return Number(digits) * factor
}

/** A font size in px of this page, within what texts may have; null where none is told. `scale`: this page’s px for one of theirs. */
export function fontSizeOf(value: string | number | undefined, { scale, rem }: { readonly scale: number; readonly rem: number }): number | null {
  const size = lengthOf(value, { rem, whole: 16 })
  return size === null || size <= 0 ? null : Math.min(120, Math.max(10, Math.round(size * scale)))
}

/** A colour that is safe to write into a style; null for anything else. */
export function colourOf(value: unknown): string | null {
  const text = textOf(value).trim()
  const isColour = /^(#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]+\)|hsla?\([\d\s.,%/a-z]+\)|[a-z]{3,24})$/i.test(text)
  return isColour && !/^(inherit|initial|unset|none|transparent|currentcolor|auto|muted|default)$/i.test(text) ? text : null
}

/** The address in `url(…)`, or the address itself. */
export function addressIn(value: unknown): string {
  const text = textOf(value).trim()
  return /^url\(\s*["']?([^"')]*)["']?\s*\)/.exec(text)?.[1] ?? (/^[a-z-]+\(/i.test(text) ? '' : text)
}
