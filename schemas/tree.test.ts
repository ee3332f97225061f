import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderBetween, ordersBetween } from './order'
import { node, page } from './testing/documents'
import { childrenOf, isInside, outline, subtreeOf } from './tree'

const seed = 20_260_107
const tree = page(node('a', 'a', {}, node('b', 'b', {}, node('c', 'c'))), node('d', 'd')).nodes

it('reads a flat document as the tree it means', () => {
  expect(outline(tree)).toBe('a:a(b:b(c:c)) d:d')
  expect(childrenOf(tree, 'root').map(({ id }) => id)).toEqual(['a', 'd'])
  expect(subtreeOf(tree, 'a')).toEqual(['a', 'b', 'c'])
  expect([isInside(tree, 'c', 'a'), isInside(tree, 'a', 'a'), isInside(tree, 'a', 'c')]).toEqual([true, true, false])
})

it('survives nodes that contain each other', () => {
  const loop = { ...tree, a: { ...tree['a']!, parent: 'c' } }
  expect(isInside(loop, 'b', 'd')).toBe(false)
})

it(`always finds an order between two others, and keys stay short (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 200 }), (places) => {
      const orders: string[] = []
      for (const place of places) {
        const at = place % (orders.length + 1)
        orders.splice(at, 0, orderBetween(orders[at - 1] ?? null, orders[at] ?? null))
      }
      expect([...orders].sort()).toEqual(orders)
      expect(new Set(orders).size).toBe(orders.length)
      expect(Math.max(...orders.map(({ length }) => length))).toBeLessThan(60)
    }),
    { seed },
  )
  expect(ordersBetween('a0', 'a1', 3)).toHaveLength(3)
})
