import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceKey } from '../../schemas/keys'
import { isRefused, type Outcome } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { points, type PointsRules } from '../points/rules'
import type { VoteResult } from './castVote'
import { shuffled, vote, type VoteMine, type VoteShown } from './rules'
import { votesKey } from './tally'
import type { VoteRules } from './voteSchema'

const seed = 20260106
const kinds = { vote, points }
const coins: PointsRules = { kind: 'points', title: 'Coins', multipliers: [] }
const ids = ['a', 'b', 'c']
const endless = { perDay: null, inAll: null }
const contest: VoteRules = {
  kind: 'vote',
  title: 'Contest',
  candidates: ids.map((id) => ({ id, title: id.toUpperCase() })),
  perVisitor: { perDay: 3, inAll: null },
  perCandidate: endless,
  choice: 'several',
  results: 'live',
  order: 'given',
  freezeAt: null,
  reward: null,
}

function rulesWith(over: Partial<VoteRules>): RulesDocument {
  return {
    format: 1,
    prizes: {},
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-04T00:00:00+08:00', phases: [] },
    plays: { vote: { ...contest, ...over }, coins },
  }
}
const at = (day: number, hour = '12') => `2026-01-0${day}T${hour}:00:00+08:00`
function worldOf(over: Partial<VoteRules>) {
  const world = createLedgerWorld(rulesWith(over), kinds)
  return {
    ...world,
    cast: (candidate: string, day = 1, visitor = 'mia') => world.act('vote', 'vote', at(day), { visitor, input: { candidate } }),
    shownOn: (day = 1, hour?: string) => world.shown('vote', at(day, hour)) as unknown as VoteShown,
    mineOn: (day = 1, visitor = 'mia') => world.mine('vote', at(day), visitor) as unknown as VoteMine,
  }
}
const told = (outcome: Outcome) => (isRefused(outcome) ? outcome.refusal : 'ok')
const contextOf = (over: Partial<VoteRules>) => {
  const rules = rulesWith(over)
  return { rules, id: 'vote', play: rules.plays['vote']! }
}
const problemsOf = (over: Partial<VoteRules>) => vote.check(contextOf(over)).map(({ path, severity }) => `${severity} ${path}`)
const changesOf = (before: Partial<VoteRules>, after: Partial<VoteRules>) => vote.changes(contextOf(before), contextOf(after)).map((change) => change.class)

describe('a vote', () => {
  it('counts for its candidate and tells what is left', () => {
    const world = worldOf({})
    const outcome = world.cast('b')
    expect(isRefused(outcome) ? null : (outcome.result as unknown as VoteResult)).toEqual({ candidate: 'b', given: 1, left: 2, gained: null })
    world.cast('b', 1, 'noa')
    expect(world.shownOn().candidates.map(({ votes, place }) => [votes, place])).toEqual([
      [0, 2],
      [2, 1],
      [0, 3],
    ])
    expect(world.shownOn()).toMatchObject({ total: 2, voters: 2, hidden: false })
    expect(world.mineOn()).toEqual({ left: 2, given: { b: 1 }, closed: [], order: null })
  })

  it('is refused when today’s are used up, until the next day', () => {
    const world = worldOf({ perVisitor: { perDay: 2, inAll: null } })
    expect(['a', 'a', 'b'].map((candidate) => told(world.cast(candidate)))).toEqual(['ok', 'ok', 'no-chance-left'])
    expect(world.cast('b')).toMatchObject({ retryAt: Date.parse('2026-01-02T00:00:00+08:00') })
    expect([told(world.cast('b', 2)), world.mineOn(2).left, world.mineOn(3).left]).toEqual(['ok', 1, 2])
  })

  it('is refused for good when all are used up', () => {
    const world = worldOf({ perVisitor: { perDay: null, inAll: 2 } })
    expect([1, 2, 3].map((day) => told(world.cast('a', day)))).toEqual(['ok', 'ok', 'limit-reached'])
  })

  it('goes to one candidate only so often', () => {
    const world = worldOf({ perCandidate: { perDay: 1, inAll: 2 } })
    expect(['a', 'a', 'b'].map((candidate) => told(world.cast(candidate)))).toEqual(['ok', 'no-chance-left', 'ok'])
    expect(world.mineOn().closed).toEqual(['a', 'b'])
    expect([2, 3].map((day) => told(world.cast('a', day)))).toEqual(['ok', 'limit-reached'])
  })

  it('goes to no second candidate where only one may be chosen', () => {
    const world = worldOf({ choice: 'one' })
    expect(['b', 'b', 'a'].map((candidate) => told(world.cast(candidate)))).toEqual(['ok', 'ok', 'limit-reached'])
    expect(world.mineOn().closed).toEqual(['a', 'c'])
  })

  it('counts no more once voting has closed, and only for who stands', () => {
    const world = worldOf({ freezeAt: at(2, '00') })
    expect([told(world.cast('z')), told(world.cast('a')), told(world.cast('a', 2))]).toEqual(['bad-input', 'ok', 'frozen'])
    expect([world.shownOn().frozen, world.shownOn(2).frozen]).toEqual([false, true])
  })

  it('stays secret until it is over, where the rules say so', () => {
    const world = worldOf({ results: 'end', freezeAt: at(3, '00') })
    world.cast('c')
    expect(JSON.stringify(world.shownOn(2))).not.toMatch(/"(votes|place|total|voters)":\d/)
    expect(world.shownOn(3)).toMatchObject({ hidden: false, total: 1 })
    expect(world.shownOn(2).hidden).toBe(true)
  })

  it('pays its reward', () => {
    const world = worldOf({ reward: { give: 'points', play: 'coins', min: 5, max: 5 } })
    ;['a', 'b', 'c', 'a'].forEach((candidate) => world.cast(candidate))
    expect(world.state.count(balanceKey('coins', 'mia'))).toBe(15)
  })

  it('puts most votes first where the rules say so; of equals the first listed', () => {
    const world = worldOf({ order: 'votes' })
    ;['c', 'c', 'b'].forEach((candidate) => world.cast(candidate))
    expect(world.shownOn().candidates.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    world.cast('b', 1, 'noa')
    expect(world.shownOn().candidates.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it(`never breaks a limit, and its totals are what was accepted, seed ${seed}`, () => {
    const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null })
    const limits = fc.record({ perDay: limit, inAll: limit })
    const cast = fc.record({ visitor: fc.integer({ min: 0, max: 3 }), candidate: fc.constantFrom(...ids), day: fc.integer({ min: 1, max: 3 }) })
    fc.assert(
      fc.property(
        limits,
        limits,
        fc.constantFrom('one' as const, 'several' as const),
        fc.array(cast, { maxLength: 50 }),
        (perVisitor, perCandidate, choice, casts) => {
          const world = worldOf({ perVisitor, perCandidate, choice })
          const accepted = [...casts]
            .sort((a, b) => a.day - b.day)
            .filter(({ candidate, day, visitor }) => told(world.cast(candidate, day, `v${visitor}`)) === 'ok')
          const most = (keyOf: (one: (typeof casts)[number]) => string) =>
            Math.max(0, ...[...new Set(accepted.map(keyOf))].map((key) => accepted.filter((one) => keyOf(one) === key).length))
          expect(most(({ visitor }) => `${visitor}`)).toBeLessThanOrEqual(perVisitor.inAll ?? Infinity)
          expect(most(({ visitor, day }) => `${visitor} ${day}`)).toBeLessThanOrEqual(perVisitor.perDay ?? Infinity)
          expect(most(({ visitor, candidate }) => `${visitor} ${candidate}`)).toBeLessThanOrEqual(perCandidate.inAll ?? Infinity)
          expect(most(({ visitor, candidate, day }) => `${visitor} ${candidate} ${day}`)).toBeLessThanOrEqual(perCandidate.perDay ?? Infinity)
          if (choice === 'one')
            for (let v = 0; v < 4; v++)
              expect(new Set(accepted.filter(({ visitor }) => visitor === v).map(({ candidate }) => candidate)).size).toBeLessThanOrEqual(1)
          for (const id of ids) expect(world.state.count(votesKey('vote', id))).toBe(accepted.filter(({ candidate }) => candidate === id).length)
          expect(world.shownOn(3)).toMatchObject({ total: accepted.length, voters: new Set(accepted.map(({ visitor }) => visitor)).size })
        },
      ),
      { seed, numRuns: 200 },
    )
  })

  it(`shows a visitor just the candidates that are refused, seed ${seed}`, () => {
    const cast = fc.record({ candidate: fc.constantFrom(...ids), day: fc.integer({ min: 1, max: 3 }) })
    fc.assert(
      fc.property(fc.constantFrom('one' as const, 'several' as const), fc.array(cast, { maxLength: 12 }), (choice, casts) => {
        const over = { choice, perCandidate: { perDay: 1, inAll: 2 } }
        const world = worldOf(over)
        for (const { candidate, day } of [...casts].sort((a, b) => a.day - b.day)) world.cast(candidate, day)
        const mine = world.mineOn(3)
        for (const candidate of ids) {
          const command = { visitor: 'mia', dayKey: '2026-01-03', at: Date.parse(at(3)), key: 'k', input: { candidate }, random: '0'.repeat(64) }
          const isOpen = told(vote.decide(contextOf(over), command as never, world.state)) === 'ok'
          expect(isOpen).toBe(mine.left !== 0 && !mine.closed.includes(candidate))
        }
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('a shuffled order', () => {
  it('is the same for the same visitor, and holds everybody', () => {
    expect(shuffled(ids, 'mia')).toEqual(shuffled(ids, 'mia'))
    expect([...shuffled(ids, 'mia')].sort()).toEqual(ids)
    expect(worldOf({ order: 'shuffled' }).mineOn().order).toEqual(shuffled(ids, 'mia'))
  })

  it('favours nobody: over 6,000 visitors, each order of three comes up a sixth of the time, within a tenth', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(ids, `visitor-${i}`).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(100)
  })
})

describe('rules of a vote', () => {
  it('of a new play are sound', () => {
    expect(problemsOf(vote.defaults as VoteRules)).toEqual([])
  })

  it('are told what is wrong with them', () => {
    expect(problemsOf({ candidates: [contest.candidates[0]!, contest.candidates[0]!] })).toEqual(['error /candidates/1/id'])
    expect(problemsOf({ candidates: [contest.candidates[0]!, { id: 'b', title: '' }] })).toEqual(['error /candidates/1/title'])
    expect(problemsOf({ perVisitor: endless })).toEqual(['warning /perVisitor'])
    expect(problemsOf({ perVisitor: endless, reward: { give: 'points', play: 'coins', min: 1, max: 1 } })).toEqual(['error /perVisitor'])
    expect(problemsOf({ freezeAt: '2026-01-01T00:00:00+08:00' })).toEqual(['error /freezeAt'])
    expect(problemsOf({ freezeAt: '2026-02-01T00:00:00+08:00' })).toEqual(['warning /freezeAt'])
  })

  it('change in visitors’ favour or against them', () => {
    expect(changesOf({}, {})).toEqual([])
    expect(changesOf({}, { perVisitor: { perDay: 2, inAll: 9 } })).toEqual(['adverse', 'adverse'])
    expect(changesOf({ perCandidate: { perDay: 1, inAll: null } }, {})).toEqual(['favourable'])
    expect(changesOf({}, { candidates: contest.candidates.slice(1) })).toEqual(['breaking'])
    expect(changesOf({}, { candidates: [...contest.candidates, { id: 'd', title: 'D' }] })).toEqual(['neutral'])
    expect(changesOf({}, { choice: 'one', freezeAt: at(2), results: 'end' })).toEqual(['adverse', 'neutral', 'adverse'])
  })
})
