import { expect, it } from 'vitest'
import { turned, withStop } from './stops'

const stops = [
  { colour: '#a', at: 0 },
  { colour: '#b', at: 20 },
  { colour: '#c', at: 100 },
]

it('a new stop stands in the widest gap', () => {
  expect(withStop(stops)).toEqual([stops[0], stops[1], { colour: '#b', at: 60 }, stops[2]])
})
it('turning twice changes nothing', () => {
  expect(turned(stops).map(({ colour, at }) => `${colour} ${at}`)).toEqual(['#c 0', '#b 80', '#a 100'])
  expect(turned(turned(stops))).toEqual(stops)
})
