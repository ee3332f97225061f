import { describe, expect, it } from 'vitest'
import { propertyOf, themeDeclarations, themePresets } from './themes'

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const pairs = [
  ['primary', 'onPrimary'],
  ['accent', 'onAccent'],
  ['surface', 'text'],
  ['surface', 'muted'],
  ['surface', 'bad'],
  ['surface', 'good'],
  ['surface', 'primary'],
  ['page', 'onPage'],
] as const

describe.each(Object.entries(themePresets))('the preset %s', (_name, { tokens }) => {
  it.each(pairs)('has a contrast of 4.5 : 1 between %s and %s', (back, front) => {
    expect(contrast(tokens[`color.${back}`], tokens[`color.${front}`])).toBeGreaterThanOrEqual(4.5)
  })
  it('is readable on every stop of its backdrop', () => {
    for (const stop of tokens['color.backdrop'].match(/#[0-9a-f]{6}/g) ?? []) expect(contrast(stop, tokens['color.onPage'])).toBeGreaterThanOrEqual(4.5)
  })
})

it('a page’s own tokens stand in the place of its preset’s', () => {
  expect(propertyOf('color.onPrimary')).toBe('--color-on-primary')
  expect(themeDeclarations({ preset: 'fresh', tokens: { 'color.primary': '#123456' } })).toContain('--color-primary:#123456')
})
