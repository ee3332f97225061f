import { expect, it } from 'vitest'
import { match } from './match'

it.each([
  ['gro', 'Group', 'Ungroup'],
  ['zoom', 'Zoom in', 'Select the zoomed'],
  ['bf', 'Bring forward', 'Send backward'],
  ['编组', '编组 Group', '取消编组 Ungroup'],
])('%s rather means %s than %s', (sought, better, worse) => {
  expect(match(sought, better)).toBeGreaterThan(match(sought, worse))
})
it('does not answer letters strewn about', () => {
  expect(match('xyz', 'Group')).toBe(0)
  expect(match('gpu', 'Bring to the front and up')).toBe(0)
})
it('answers everything when nothing is typed', () => {
  expect(match(' ', 'Group')).toBeGreaterThan(0)
})
