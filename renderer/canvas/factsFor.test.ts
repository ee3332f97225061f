import { expect, it } from 'vitest'
import { factsFor } from './factsFor'
import { sampleOf } from './samplesOf'

const as = { segments: [], channel: '', visitor: 'new' } as const

it('lets every play stand as the widgets are shown, but for those of which it is said otherwise', () => {
  const { states } = factsFor(as, { samples: { '*': 'no-chances' }, plays: { draw: 'won', sign: 'not-started', vote: 'ended' } })
  expect(['other', 'draw', 'sign', 'vote'].map((play) => states!(play))).toEqual([
    ['running', 'no-chances', 'joined'],
    ['running', 'won', 'joined'],
    ['not-started'],
    ['ended'],
  ])
})

it('knows the variables that were chosen, and no others', () => {
  expect(factsFor(as, { variables: { tab: 'a' } }).variables).toEqual({ tab: 'a' })
  expect(factsFor(as, {}).variables).toEqual({})
})

it('shows the widgets of a play in the state that was chosen for it', () => {
  const wheel = { id: 'w', type: 'lottery-wheel', v: 0, parent: 'root', order: 'a1', props: {}, play: 'draw' }
  const look = { samples: { '*': 'no-chances' }, plays: { draw: 'not-started' } } as const
  expect([sampleOf(wheel, look)?.name, sampleOf({ ...wheel, play: 'other' }, look)?.name]).toEqual(['before', 'no-chances'])
})
