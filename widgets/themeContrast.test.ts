import { describe, expect, it } from 'vitest'
import type { Theme } from '../schemas/page'
import { mendedToken, themeContrasts } from './themeContrast'
import { themePresets } from './themes'

describe.each(Object.keys(themePresets))('the preset %s', (name) => {
  it('reads in every pair, and on every stop of its backdrop', () => {
    // The names of the presets are those of the schema.
    const theme = { preset: name } as Theme
    expect(themeContrasts(theme).filter(({ ratio }) => ratio === null || ratio < 4.5)).toEqual([])
  })
})

it('a token that is hard to read is told, and mended by the nearest colour that reads on all it stands on', () => {
  const theme: Theme = { preset: 'festive', tokens: { 'color.onPage': '#c04050' } }
  const weak = themeContrasts(theme).filter(({ isEnough }) => !isEnough)
  expect(weak.map(({ back, front }) => `${front} on ${back}`)).toEqual(['color.onPage on color.page', 'color.onPage on color.backdrop'])
  const mended = mendedToken(theme, 'color.onPage')!
  expect(themeContrasts({ ...theme, tokens: { 'color.onPage': mended } }).every(({ isEnough }) => isEnough)).toBe(true)
})

it('what only browsers can read is not called wrong', () => {
  expect(themeContrasts({ preset: 'fresh', tokens: { 'color.text': 'oklch(0.5 0.1 20)' } }).find(({ front }) => front === 'color.text')).toMatchObject({
    ratio: null,
    isEnough: true,
  })
})
