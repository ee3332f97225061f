import { expect, it } from 'vitest'
import { specs } from '../widgets/specs'
import { camelCase, typeNamed } from './typeName'

it.each([
  ['text', 'text'],
  ['lottery-wheel', 'lotteryWheel'],
  ['h5-card', 'h5Card'],
  ['h-5-card', 'h_5Card'],
  ['game-2048', 'game_2048'],
  ['game2048', 'game2048'],
])('%s is exported as %s, and found by it', (type, name) => {
  expect(camelCase(type)).toBe(name)
  expect(typeNamed(name)).toBe(type)
})

it('no two widgets share a name', () => {
  for (const type of Object.keys(specs)) expect(typeNamed(camelCase(type))).toBe(type)
})
