import { expect, it } from 'vitest'
import { node, page } from '../../document/littleLanguage'
import { outlineRows } from './outlineRows'

const document = page(node('text', 'a'), node('box', 'b', {}, node('text', 'c'), node('list', 'd', {}, node('text', 'e'))))
const lines = (...args: Parameters<typeof outlineRows>): string[] =>
  outlineRows(...args).map(({ node: { id }, level, place, of }) => `${'-'.repeat(level)}${id} ${place}/${of}`)

it('lists open branches in page order', () => {
  expect(lines(document, (id) => id === 'b')).toEqual(['-a 1/2', '-b 2/2', '--c 1/2', '--d 2/2'])
})
it('shows what is sought with all that holds it, open or not', () => {
  expect(
    lines(
      document,
      () => false,
      ({ id }) => id === 'e',
    ),
  ).toEqual(['-b 1/1', '--d 1/1', '---e 1/1'])
})
