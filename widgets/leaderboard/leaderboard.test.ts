import { describe, expect, it } from 'vitest'
import type { RulesDocument } from '../../schemas/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { leaderboard, type LeaderboardRules, type LeaderboardShown } from './rules'

const base: LeaderboardRules = { kind: 'leaderboard', title: 'Top', feed: { by: 'backend' }, size: 2, tie: 'earlier-first', freezeAt: null }
function rulesWith(over: Partial<LeaderboardRules>): RulesDocument {
  return {
    format: 1,
    prizes: {},
    plays: { top: { ...base, ...over } },
    schedule: { timeZone: 'UTC', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-02-01T00:00:00Z', phases: [] },
  }
}
function worldOf(over: Partial<LeaderboardRules> = {}) {
  const world = createLedgerWorld(rulesWith(over), { leaderboard })
  return { ...world, score: (visitor: string, input: { score: number } | { add: number }) => world.act('top', 'score', day2, { visitor, input }) }
}
const day2 = '2026-01-02T12:00:00Z'

describe('a leaderboard', () => {
  it('sets and adds scores, shows the top alone and tells a visitor their own place', () => {
    const world = worldOf()
    world.score('mia', { score: 10 })
    world.score('leo', { score: 30 })
    world.score('ann', { score: 5 })
    world.score('ann', { add: 15 })
    expect(world.shown('top', day2)).toEqual({
      top: [
        { place: 1, name: 'leo', score: 30 },
        { place: 2, name: 'ann', score: 20 },
      ],
      size: 2,
      members: 3,
      frozen: false,
      freezeAt: null,
      unit: null,
    } satisfies LeaderboardShown)
    expect(world.mine('top', day2)).toEqual({ me: { place: 3, score: 10 } })
    expect(world.mine('top', day2, 'nobody')).toEqual({ me: null })
  })

  it('refuses scores from the moment it freezes, and says so to everybody', () => {
    const world = worldOf({ freezeAt: day2 })
    expect(world.score('mia', { score: 1 })).toEqual({ refusal: 'frozen' })
    expect(world.shown('top', day2)).toMatchObject({ frozen: true, freezeAt: Date.parse(day2) })
  })

  it('takes no reported scores where points feed it', () => {
    expect(worldOf({ feed: { by: 'points', play: 'coins' } }).score('mia', { add: 1 })).toEqual({ refusal: 'unknown-action' })
  })

  it('is found wanting where it is fed by nothing or frozen before the start', () => {
    const problems = (over: Partial<LeaderboardRules>) =>
      leaderboard.check({ rules: rulesWith(over), id: 'top', play: { ...base, ...over } }).map(({ path, severity }) => `${severity} ${path}`)
    expect(problems({})).toEqual([])
    expect(problems({ feed: { by: 'points', play: 'gone' } })).toEqual(['error /feed/play'])
    expect(problems({ freezeAt: '2026-01-01T00:00:00Z' })).toEqual(['error /freezeAt'])
    expect(problems({ freezeAt: '2027-01-01T00:00:00Z' })).toEqual(['warning /freezeAt'])
  })

  it('calls an earlier freeze or fewer places adverse, and another source breaking', () => {
    const classes = (after: Partial<LeaderboardRules>) =>
      leaderboard
        .changes({ rules: rulesWith({}), id: 'top', play: base }, { rules: rulesWith(after), id: 'top', play: { ...base, ...after } })
        .map((change) => change.class)
    expect(classes({ freezeAt: day2, size: 1 })).toEqual(['adverse', 'adverse'])
    expect(classes({ size: 9, feed: { by: 'points', play: 'coins' } })).toEqual(['breaking', 'favourable'])
  })
})
