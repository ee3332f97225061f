import { expect, it } from 'vitest'
import { applyDiff } from '../../../schemas/diff'
import { node, page } from '../littleLanguage'
import { alignNodes, type Alignment } from './alignNodes'

const document = page(
  node(
    'box',
    's',
    { props: { layout: 'free' } },
    node('text', 'a', { frame: { x: 10, y: 10, w: 20, h: 20 } }),
    node('text', 'b', { frame: { x: 50, y: 40, w: 40, h: 10 } }),
  ),
  node('text', 'c'),
)

it('brings frames to one line and leaves what flows alone', () => {
  const at = (to: Alignment): unknown => {
    const { nodes } = applyDiff(document, alignNodes(document, { ids: ['a', 'b', 'c'], to }))
    return ['a', 'b'].map((id) => [nodes[id]?.frame?.x, nodes[id]?.frame?.y])
  }
  expect(at('left')).toEqual([
    [10, 10],
    [10, 40],
  ])
  expect(at('centre')).toEqual([
    [40, 10],
    [30, 40],
  ])
  expect(at('bottom')).toEqual([
    [10, 30],
    [50, 40],
  ])
})
it('needs at least two', () => {
  expect(alignNodes(document, { ids: ['a', 'c'], to: 'top' })).toEqual([])
})
