import { expect, it } from 'vitest'
import { statesOf } from '../schemas/standing'
import { commonStates, playStates } from '../schemas/when'
import { playKinds } from './rules'
import { samples } from './samples'
import { stateTests } from './states'

/** How the play of a widget's sample stands. */
function standing(kind: string, type: string, name: string): string[] {
  const { stage, shown, mine } = samples[type]!.find((sample) => sample.name === name)!.play!
  return statesOf({ stage, shown, mine, hasWon: false }, stateTests[kind])
}

it('are told by every kind, on phones as on the server', () => {
  expect(Object.fromEntries(Object.values(playKinds).map(({ kind, states }) => [kind, states]))).toEqual(stateTests)
  for (const tests of Object.values(stateTests)) for (const state of Object.keys(tests)) expect(playStates).toContain(state)
})

it.each([
  ['lottery', 'lottery-wheel', 'before', ['not-started', 'joined', 'done-today', 'won']],
  ['lottery', 'lottery-wheel', 'no-chances', ['running', 'joined', 'done-today', 'no-chances', 'won']],
  ['lottery', 'lottery-wheel', 'sold-out', ['running', 'joined', 'done-today', 'sold-out', 'won']],
  ['form', 'form', 'ready', ['running']],
  ['form', 'form', 'done', ['running', 'joined']],
  ['form', 'form', 'done-today', ['running', 'joined', 'done-today']],
  ['vote', 'vote', 'ready', ['running']],
  ['invite', 'invite-card', 'empty', ['running']],
  ['invite', 'invite-card', 'all', ['running', 'joined', 'no-chances']],
  ['team', 'team-card', 'alone', ['running']],
  ['team', 'team-card', 'ready', ['running', 'joined']],
])('of a %s, as %s shows it when %s', (kind, type, name, wanted) => {
  expect(standing(kind, type, name)).toEqual(wanted)
})

it('are told of a kind that is not known by its stage and by what was won', () => {
  expect(statesOf({ stage: 'ended', shown: null, mine: null, hasWon: true })).toEqual(['ended', 'won'])
  expect(commonStates).toEqual(['not-started', 'running', 'ended', 'won'])
})

it('say of a board that is frozen that it has ended', () => {
  const frozen = { frozen: true, size: 1, top: [], members: 0, freezeAt: null, unit: null }
  expect(statesOf({ stage: 'running', shown: frozen, mine: { me: { place: 1, score: 3 } }, hasWon: false }, stateTests['leaderboard'])).toEqual([
    'ended',
    'joined',
  ])
})
