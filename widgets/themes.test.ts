import { expect, it } from 'vitest'
import { propertyOf, themeDeclarations } from './themes'

it('a page’s own tokens stand in the place of its preset’s', () => {
  expect(propertyOf('color.onPrimary')).toBe('--color-on-primary')
  expect(themeDeclarations({ preset: 'fresh', tokens: { 'color.primary': '#123456' } })).toContain('--color-primary:#123456')
})
