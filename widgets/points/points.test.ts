import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../../schemas/dice'
import { balanceKey } from '../../schemas/keys'
import { accept, definePlay, type Command, type PlayKind } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { leaderboard, type LeaderboardRules, type LeaderboardShown } from '../leaderboard/rules'
import { grant, grantSchema, type Grant } from './grant'
import { spend } from './ledger'
import { createLedgerWorld } from './ledgerWorld'
import { entriesOf, points, type PointsMine, type PointsRules, type PointsShown } from './rules'

/** A play that gives or takes what its input says. */
const purse = definePlay<{ kind: string; title: string }, { give: Grant } | { take: number }>({
  ...(points as unknown as PlayKind<{ kind: string; title: string }, { give: Grant } | { take: number }>),
  decide: ({ rules }, command) => {
    if ('take' in command.input) return accept(null, spend('coins', command.input.take, command, `buy/${command.key}`))
    const { effects, granted } = grant(command.input.give, { rules, command, roll: dice(command.random), source: `gift/${command.key}` })
    return accept(granted, effects)
  },
})

const peak = { id: 'peak', kind: 'peak', title: 'Peak', startsAt: '2026-01-02T00:00:00Z', endsAt: '2026-01-03T00:00:00Z' } as const
function worldOf(coins: Partial<PointsRules> = {}, board: Partial<LeaderboardRules> = {}) {
  const plays = {
    coins: { kind: 'points', title: 'Coins', multipliers: [{ phase: 'peak', times: 2 }], ...coins },
    top: { kind: 'leaderboard', title: 'Top', feed: { by: 'points', play: 'coins' }, size: 3, tie: 'earlier-first', freezeAt: null, ...board },
    purse: { kind: 'purse', title: 'Purse' },
  } as RulesDocument['plays']
  const rules: RulesDocument = {
    format: 1,
    prizes: {},
    plays,
    schedule: { timeZone: 'UTC', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-02-01T00:00:00Z', phases: [peak] },
  }
  const world = createLedgerWorld(rules, { points, leaderboard, purse })
  return {
    ...world,
    rules,
    give: (amount: number, at: string, visitor = 'mia') =>
      world.act('purse', 'x', at, { visitor, input: { give: { give: 'points', play: 'coins', min: amount, max: amount } } }),
    take: (amount: number, at: string) => world.act('purse', 'x', at, { input: { take: amount } }),
  }
}
const [day1, noon1, day2] = ['2026-01-01T08:00:00Z', '2026-01-01T12:00:00Z', '2026-01-02T12:00:00Z'] as const

describe('a points account', () => {
  it('tells balance, total earned and the newest entries first, with the title of what caused them', () => {
    const world = worldOf()
    world.give(10, day1)
    world.take(4, noon1)
    world.give(10, day2)
    expect(world.mine('coins', day2)).toEqual({
      balance: 26,
      earned: 30,
      entries: [
        { delta: 20, multiplier: 2 },
        { delta: -4, multiplier: 1 },
        { delta: 10, multiplier: 1 },
      ].map((entry, i) => ({ ...entry, title: 'Purse', at: Date.parse([day2, noon1, day1][i]!) })),
    } satisfies PointsMine)
  })

  it('keeps the last 20 entries in sight', () => {
    const world = worldOf()
    for (let i = 0; i < 25; i++) world.give(1, `2026-01-05T12:00:${10 + i}Z`)
    const { entries } = world.mine('coins', day2) as unknown as PointsMine
    expect([entries.length, entries[0]!.at]).toEqual([20, Date.parse('2026-01-05T12:00:34Z')])
  })

  it('refuses to fall below nothing and leaves everything as it was', () => {
    const world = worldOf()
    world.give(3, day1)
    expect(world.take(4, day1)).toEqual({ refusal: 'not-enough-points' })
    expect(world.mine('coins', day1)).toMatchObject({ balance: 3 })
  })

  it('refuses what its budget no longer holds', () => {
    const world = worldOf({ budget: 12 })
    world.give(10, day1)
    expect(world.give(3, day1)).toEqual({ refusal: 'limit-reached' })
    expect(world.shown('coins', day1)).toMatchObject({ left: 2 })
  })

  it('shows the multiplier in force and when it ends', () => {
    const shown = (at: string) => worldOf().shown('coins', at) as unknown as PointsShown
    expect(shown(day1)).toMatchObject({ multiplier: 1, until: null })
    expect(shown(day2)).toMatchObject({ multiplier: 2, until: Date.parse(peak.endsAt) })
  })

  it('has no action of its own', () => {
    expect(worldOf().act('coins', 'take', day1)).toEqual({ refusal: 'unknown-action' })
  })

  const seed = 20260103
  it(`holds the sum of its entries, is never negative, and its board holds what was gained (seed ${seed})`, () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 20 * 24 * 60 })), { maxLength: 30 })
    fc.assert(
      fc.property(moves, (list) => {
        const world = worldOf()
        for (const [amount, minute] of list) {
          const at = new Date(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000).toISOString()
          if (amount < 0) world.take(-amount, at)
          else world.give(amount, at)
        }
        const entries = entriesOf(world.state, 'coins', 'mia')
        const balance = world.state.count(balanceKey('coins', 'mia'))
        const gains = entries.filter(({ delta }) => delta > 0).reduce((sum, { delta }) => sum + delta, 0)
        expect(entries.reduce((sum, { delta }) => sum + delta, 0)).toBe(balance)
        expect(entries.every(({ delta, base, multiplier }) => delta === base * multiplier)).toBe(true)
        expect(balance).toBeGreaterThanOrEqual(0)
        expect(world.state.place('top', 'mia')?.score ?? 0).toBe(gains)
      }),
      { seed, numRuns: 80 },
    )
  })

  it('finds multipliers for phases that do not exist', () => {
    const { rules } = worldOf({
      multipliers: [
        { phase: 'gone', times: 2 },
        { phase: 'peak', times: 2 },
        { phase: 'peak', times: 3 },
      ],
    })
    expect(points.check({ rules, id: 'coins', play: rules.plays['coins']! }).map(({ path, severity }) => [path, severity])).toEqual([
      ['/multipliers/0/phase', 'error'],
      ['/multipliers/2/phase', 'warning'],
    ])
  })

  it('calls a lower multiplier or budget adverse', () => {
    const classes = (before: Partial<PointsRules>, after: Partial<PointsRules>) => {
      const [was, is] = [worldOf(before).rules, worldOf(after).rules]
      return points
        .changes({ rules: was, id: 'coins', play: was.plays['coins']! }, { rules: is, id: 'coins', play: is.plays['coins']! })
        .map((change) => change.class)
    }
    expect(classes({}, { multipliers: [], budget: 5 })).toEqual(['adverse', 'adverse'])
    expect(classes({ budget: 5 }, { multipliers: [{ phase: 'peak', times: 3 }], budget: 6 })).toEqual(['favourable', 'favourable'])
  })
})

describe('a grant of points', () => {
  it('rolls within its bounds, both included', () => {
    const world = worldOf()
    const wanted = { give: 'points', play: 'coins', min: 5, max: 7 } as const
    const amounts = Array.from({ length: 40 }, (_, i) => {
      const command = { visitor: 'mia', play: 'purse', at: Date.parse(day1), random: '' } as Command
      const { granted } = grant(wanted, { rules: world.rules, command, roll: dice(String(i).padStart(8, '0') + '0'.repeat(56)), source: `${i}` })
      return granted.give === 'points' ? granted.amount : -1
    })
    expect([...new Set(amounts)].sort()).toEqual([5, 6, 7])
  })

  it('scores on the boards that it feeds, but not on frozen or closed ones', () => {
    const boardAfter = (board: Partial<LeaderboardRules>) => {
      const world = worldOf({}, board)
      world.give(5, day1)
      world.give(5, day2, 'leo')
      return (world.shown('top', day2) as unknown as LeaderboardShown).top
    }
    expect(boardAfter({})).toEqual([
      { place: 1, name: 'leo', score: 10 },
      { place: 2, name: 'mia', score: 5 },
    ])
    expect(boardAfter({ freezeAt: day2 })).toEqual([{ place: 1, name: 'mia', score: 5 }])
    expect(boardAfter({ phases: ['peak'] })).toEqual([{ place: 1, name: 'leo', score: 10 }])
    expect(boardAfter({ feed: { by: 'backend' } })).toEqual([])
  })

  it('is described by a choice of three shapes', () => {
    expect(grantSchema.oneOf.map(({ properties }) => properties.give.const)).toEqual(['points', 'chances', 'prize'])
  })
})
