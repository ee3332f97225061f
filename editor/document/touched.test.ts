import { expect, it } from 'vitest'
import { reaches } from './touched'

it('tells whether a field of some node may be another after a diff', () => {
  expect(reaches([{ at: ['nodes', 'a', 'when'], is: {} }], 'when')).toBe(true)
  expect(reaches([{ at: ['nodes', 'a', 'when', 'phase'], was: [], is: ['peak'] }], 'when')).toBe(true)
  expect(reaches([{ at: ['nodes', 'a', 'props', 'when'], is: 'x' }], 'when')).toBe(false)
  expect(reaches([{ at: ['theme', 'preset', 'when'], is: 'x' }], 'when')).toBe(false)
})

it('takes a node that comes or goes, and all of them, for a change of every field', () => {
  expect(reaches([{ at: ['nodes', 'a'], was: {} }], 'symbol')).toBe(true)
  expect(reaches([{ at: ['nodes'], was: {}, is: {} }], 'symbol')).toBe(true)
})
