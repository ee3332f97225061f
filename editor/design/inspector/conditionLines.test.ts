import { expect, it } from 'vitest'
import type { When } from '../../../schemas/when'
import { linesIn, whenOf } from './conditionLines'

const when: When = {
  phase: ['peak'],
  segment: ['vip', 'far'],
  visitor: 'new',
  play: [{ play: 'draw', is: ['won'] }],
  not: { channel: ['sms'], variable: [{ name: 'tab', is: ['a', true] }] },
}

it('lines are read from a condition, and make the same one again', () => {
  expect(linesIn(when).map(({ part, not, of, values }) => [part, not, of, values])).toEqual([
    ['phase', false, '', ['peak']],
    ['segment', false, '', ['vip', 'far']],
    ['play', false, 'draw', ['won']],
    ['visitor', false, '', ['new']],
    ['channel', true, '', ['sms']],
    ['variable', true, 'tab', ['a', true]],
  ])
  expect(whenOf(linesIn(when), when)).toEqual(when)
  expect(whenOf([], undefined)).toEqual({})
})

it('two lines that ask the same become one', () => {
  const line = { part: 'segment' as const, not: false, of: '' }
  expect(
    whenOf(
      [
        { ...line, values: ['vip'] },
        { ...line, values: ['far', 'vip'] },
      ],
      undefined,
    ),
  ).toEqual({ segment: ['vip', 'far'] })
})

it('what a newer program wrote stays', () => {
  const newer = { weather: ['rain'], segment: ['vip'], not: { moon: ['full'] } } as When
  expect(whenOf([], newer)).toEqual({ weather: ['rain'], not: { moon: ['full'] } })
})
