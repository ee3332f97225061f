import { describe, expect, it } from 'vitest'
import { compileValidators } from '../../schemas/compile'
import type { RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'
import { withPlay } from './withPlay'

const rules: RulesDocument = {
  format: 1,
  prizes: {},
  plays: {},
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-08T00:00:00+08:00', phases: [] },
}
const { plays: validators } = compileValidators({}, playKinds)

describe('a new play', () => {
  it.each(Object.keys(playKinds))('of the kind %s has the shape that its kind asks for', (kind) => {
    const { id, rules: added } = withPlay(rules, kind, playKinds)
    expect(validators[kind]!(added.plays[id])).toEqual([])
  })

  it('takes the next free id', () => {
    const once = withPlay(rules, 'lottery', playKinds)
    const twice = withPlay(once.rules, 'lottery', playKinds)
    expect([once.id, twice.id]).toEqual(['lottery', 'lottery-2'])
  })

  it('pays into the account that is there, and brings one where there is none', () => {
    const first = withPlay(rules, 'check-in', playKinds).rules
    const second = withPlay(first, 'leaderboard', playKinds).rules
    expect(Object.keys(second.plays)).toEqual(['points', 'check-in', 'leaderboard'])
    expect(second.plays['check-in']).toMatchObject({ reward: { give: 'points', play: 'points' } })
    expect(second.plays['leaderboard']).toMatchObject({ feed: { by: 'points', play: 'points' } })
  })

  it('must be of a known kind', () => {
    expect(() => withPlay(rules, 'chess', playKinds)).toThrow('No kind of play "chess"')
  })
})
