import { expect, it } from 'vitest'
import { applyDiff, invertDiff } from '../../../schemas/diff'
import { node, page } from '../../../schemas/testing/documents'
import { setProps } from './setProps'

const before = page(node('text', 'a', { props: { text: 'x' } }), node('text', 'b', { props: { text: 'y', size: 3 } }))
const set = (document: typeof before, value: unknown, phase: string | null, name = 'text') =>
  applyDiff(document, setProps(document, { ids: ['a', 'b', 'gone'], name, value, phase }))

it('sets a property of all, and takes it away from those that have it', () => {
  const after = set(before, 9, null, 'size')
  expect([after.nodes['a']!.props, after.nodes['b']!.props]).toEqual([
    { text: 'x', size: 9 },
    { text: 'y', size: 9 },
  ])
  expect(set(before, undefined, null, 'size').nodes['b']!.props).toEqual({ text: 'y' })
})
it('in a phase leaves the property itself alone, and leaves nothing behind when it goes', () => {
  const one = set(before, 'soon', 'preheat')
  expect(one.nodes['a']).toMatchObject({ props: { text: 'x' }, byPhase: { preheat: { props: { text: 'soon' } } } })
  const two = set(set(one, 4, 'preheat', 'size'), 'now', 'peak')
  const back = set(set(set(two, undefined, 'preheat', 'size'), undefined, 'peak'), undefined, 'preheat')
  expect(back).toEqual(before)
})
it('is undone by its inverse', () => {
  const diff = setProps(before, { ids: ['a', 'b'], name: 'text', value: 'soon', phase: 'peak' })
  expect(applyDiff(applyDiff(before, diff), invertDiff(diff))).toEqual(before)
})
