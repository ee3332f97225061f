import { expect, it } from 'vitest'
import { kindsAmong, matching, placeAfter } from './gallery'

const choice = (id: string, title: string, ...kinds: readonly string[]) => ({ id, title, description: 'made of plays', kinds })
const choices = [choice('', 'Blank'), choice('a', 'Flash sale', 'lottery', 'points'), choice('b', 'Survey', 'form', 'lottery')]
const idsOf = (search: string, kind = 'all'): string[] => matching(choices, { search, kind }).map(({ id }) => id)

it('names the kinds of play that there are, the commonest first', () => {
  expect(kindsAmong(choices)).toEqual(['lottery', 'form'])
})

it('finds what has every word, and a play of the kind', () => {
  expect([idsOf(''), idsOf('SALE plays'), idsOf('', 'form'), idsOf('sale', 'form')]).toEqual([['', 'a', 'b'], ['a'], ['b'], []])
})

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 6, 0],
  ['ArrowLeft', 0, 6],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 5],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 2, 2],
  ['Home', 5, 0],
  ['End', 0, 6],
  ['a', 3, null],
])('%s leads from place %i of seven in rows of three to %s', (key, at, place) => {
  expect(placeAfter(key, { at, count: 7, columns: 3 })).toBe(place)
})
