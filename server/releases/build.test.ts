import { expect, it } from 'vitest'
import { node, page, rules } from '../../schemas/testing/documents'
import { stretchesOf } from './build'

it('a page is stored anew for each phase in which a node has other props', () => {
  const { schedule } = rules()
  const cuts = (...nodes: readonly ReturnType<typeof node>[]) => stretchesOf(page(...nodes), schedule).map(({ phases }) => phases.join('+'))
  expect(cuts(node('text', 'a'))).toEqual([''])
  expect(cuts(node('text', 'a', { byPhase: { preheat: { props: { text: 'soon' } } } }))).toEqual(['', 'preheat', ''])
  expect(cuts(node('text', 'a', { byPhase: { never: { props: {} } } }), node('text', 'b', { when: { phase: ['peak'] } }))).toEqual(['', 'peak', ''])
})
