import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../schemas/days'
import { balanceKey, earnedChancesKey } from '../../schemas/keys'
import { isRefused, type Outcome } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { entriesOf, points, type PointsRules } from '../points/rules'
import { createLedgerWorld } from '../points/ledgerWorld'
import { checkIn, type CheckInMine, type CheckInResult, type CheckInRules } from './rules'

const kinds = { 'check-in': checkIn, points }
const coins: PointsRules = { kind: 'points', title: 'Coins', multipliers: [] }
const sign: CheckInRules = {
  kind: 'check-in',
  title: 'Sign in',
  reward: { give: 'points', play: 'coins', min: 10, max: 10 },
  streaks: [{ days: 3, grant: { give: 'points', play: 'coins', min: 30, max: 30 }, once: false }],
  totals: [],
  makeup: { cards: 1, backDays: 3 },
}

function rulesWith(
  over: Partial<CheckInRules>,
  more: { coins?: Partial<PointsRules>; prizes?: RulesDocument['prizes']; schedule?: Partial<RulesDocument['schedule']> } = {},
): RulesDocument {
  return {
    format: 1,
    prizes: more.prizes ?? {},
    schedule: {
      timeZone: 'Asia/Shanghai',
      dayCutoffHour: 0,
      startsAt: '2026-01-01T00:00:00+08:00',
      endsAt: '2026-02-01T00:00:00+08:00',
      phases: [],
      ...more.schedule,
    },
    plays: { sign: { ...sign, ...over }, coins: { ...coins, ...more.coins }, draw: { kind: 'lottery', title: 'Draw' } },
  }
}

function worldOf(...over: Parameters<typeof rulesWith>) {
  const world = createLedgerWorld(rulesWith(...over), kinds)
  return {
    ...world,
    checkInOn: (day: number, hour = '12:00') => world.act('sign', 'check-in', at(day, hour)),
    makeUp: (day: number, on: number) => world.act('sign', 'make-up', at(on), { input: { day: at(day).slice(0, 10) } }),
    mineOn: (day: number) => world.mine('sign', at(day)) as unknown as CheckInMine,
    balance: () => world.state.count(balanceKey('coins', 'mia')),
  }
}
const at = (day: number, hour = '12:00') => `${addDays('2026-01-01', day - 1)}T${hour}:00+08:00`
const ms = (day: number, hour = '00:00') => Date.parse(at(day, hour))
const resultOf = (outcome: Outcome) => {
  if (isRefused(outcome)) throw new Error(`Refused: ${outcome.refusal}`)
  return outcome.result as unknown as CheckInResult
}

describe('checking in', () => {
  it('records the day, grants the daily reward and tells the streak', () => {
    const world = worldOf({})
    expect(resultOf(world.checkInOn(1))).toMatchObject({ day: '2026-01-01', streak: 1, total: 1, gained: [{ give: 'points', min: 10, times: 1 }], missed: [] })
    expect(world.mineOn(1)).toMatchObject({ days: ['2026-01-01'], done: true, streak: 1, cards: 1, open: [], milestones: [{ left: 2, paid: false }] })
    expect(world.balance()).toBe(10)
  })

  it('happens once a day; the refusal says when the next day begins', () => {
    const world = worldOf({})
    world.checkInOn(1, '00:00')
    expect(world.checkInOn(1, '23:59')).toEqual({ refusal: 'already-done', retryAt: ms(2) })
    expect(resultOf(world.checkInOn(2, '00:00')).streak).toBe(2)
  })

  it('names no next day on the last one', () => {
    const world = worldOf({})
    world.checkInOn(31)
    expect(world.checkInOn(31)).toEqual({ refusal: 'already-done' })
  })

  it('counts the hours before the cut-off to the day before', () => {
    const world = worldOf({}, { schedule: { dayCutoffHour: 4 } })
    expect(resultOf(world.checkInOn(2, '03:59')).day).toBe('2026-01-01')
    expect(resultOf(world.checkInOn(2, '04:00')).day).toBe('2026-01-02')
    expect(world.checkInOn(3, '03:59')).toEqual({ refusal: 'already-done', retryAt: ms(3, '04:00') })
  })

  it('keeps to its hours, half-open, and says when they begin', () => {
    const world = worldOf({ window: { from: 6, to: 9 } })
    expect(world.checkInOn(1, '05:59')).toEqual({ refusal: 'not-open', retryAt: ms(1, '06:00') })
    expect(world.checkInOn(1, '09:00')).toEqual({ refusal: 'not-open', retryAt: ms(2, '06:00') })
    expect(resultOf(world.checkInOn(1, '06:00')).streak).toBe(1)
    expect(world.checkInOn(1, '06:01')).toEqual({ refusal: 'already-done', retryAt: ms(2, '06:00') })
  })

  it('keeps hours after midnight to the day before where the cut-off says so', () => {
    const world = worldOf({ window: { from: 22, to: 2 } }, { schedule: { dayCutoffHour: 4 } })
    expect(world.checkInOn(1, '21:59')).toEqual({ refusal: 'not-open', retryAt: ms(1, '22:00') })
    expect(resultOf(world.checkInOn(2, '01:59')).day).toBe('2026-01-01')
    expect(world.checkInOn(3, '02:00')).toEqual({ refusal: 'not-open', retryAt: ms(3, '22:00') })
  })

  it('neither loses nor doubles a day when summer time begins or ends', () => {
    const schedule = { timeZone: 'America/New_York', startsAt: '2026-03-01T00:00:00-05:00', endsAt: '2026-12-01T00:00:00-05:00' }
    const world = worldOf({}, { schedule })
    const days = [
      '2026-03-07T23:30:00-05:00',
      '2026-03-08T23:30:00-04:00',
      '2026-03-09T00:10:00-04:00',
      '2026-10-31T23:30:00-04:00',
      '2026-11-01T23:30:00-05:00',
      '2026-11-02T00:10:00-05:00',
    ]
    expect(days.map((day) => resultOf(world.act('sign', 'check-in', day)).streak)).toEqual([1, 2, 3, 1, 2, 3])
    expect(world.act('sign', 'check-in', '2026-11-02T12:00:00-05:00')).toEqual({ refusal: 'already-done', retryAt: Date.parse('2026-11-03T00:00:00-05:00') })
  })

  it('multiplies points in a phase that says so', () => {
    const phase = { id: 'peak', kind: 'peak', title: 'Peak', startsAt: at(2, '00:00'), endsAt: at(3, '00:00') } as const
    const world = worldOf({}, { coins: { multipliers: [{ phase: 'peak', times: 3 }] }, schedule: { phases: [phase] } })
    world.checkInOn(1)
    expect(resultOf(world.checkInOn(2)).gained).toMatchObject([{ min: 30, times: 3 }])
    expect(world.balance()).toBe(40)
  })

  it('grants chances and prizes at milestones', () => {
    const badge = { title: 'Badge', type: 'badge', stock: 5 } as const
    const world = worldOf(
      {
        streaks: [{ days: 1, grant: { give: 'chances', play: 'draw', amount: 2 }, once: true }],
        totals: [{ days: 1, grant: { give: 'prize', prize: 'badge' } }],
      },
      { prizes: { badge } },
    )
    expect(resultOf(world.checkInOn(1)).gained.map(({ give, title }) => [give, title])).toEqual([
      ['points', { 'zh-CN': '积分', 'en': 'points' }],
      ['chances', 'Draw'],
      ['prize', 'Badge'],
    ])
    expect(world.state.count(earnedChancesKey('draw', 'mia'))).toBe(2)
    expect(world.effects.filter((effect) => effect.do === 'award')).toEqual([
      { do: 'award', source: 'sign/mia/total/1/2026-01-01', snapshot: { prize: 'badge', title: 'Badge', type: 'badge' } },
    ])
  })

  it('counts although the prize has run out, and pays the milestone when there is stock again', () => {
    const badge = { title: 'Badge', type: 'badge', stock: 1 } as const
    const world = worldOf({ reward: null, streaks: [], totals: [{ days: 1, grant: { give: 'prize', prize: 'badge' } }] }, { prizes: { badge } })
    world.act('sign', 'check-in', at(1), { visitor: 'leo' })
    expect(resultOf(world.checkInOn(1))).toMatchObject({ total: 1, gained: [], missed: [{ give: 'prize', title: 'Badge' }] })
    expect(world.mineOn(1).milestones).toEqual([{ left: 0, paid: false }])
  })

  it('counts although the budget of points is used up', () => {
    const world = worldOf({}, { coins: { budget: 15 } })
    world.checkInOn(1)
    expect(resultOf(world.checkInOn(2))).toMatchObject({ streak: 2, gained: [], missed: [{ give: 'points', min: 10 }] })
    expect(world.balance()).toBe(10)
  })

  it('settles more random rewards at once than a command has random numbers', () => {
    const streaks = Array.from({ length: 20 }, (_, i) => ({ days: i + 1, grant: { give: 'points', play: 'coins', min: 1, max: 6 }, once: true }) as const)
    const world = worldOf({ reward: null, streaks, makeup: { cards: 1, backDays: 20 } })
    for (let day = 1; day <= 20; day++) if (day !== 10) world.checkInOn(day)
    expect(resultOf(world.makeUp(10, 20)).gained).toHaveLength(10)
  })
})

describe('making a day up', () => {
  it('closes a gap, spends a card, earns no daily reward and pays the streak', () => {
    const world = worldOf({})
    world.checkInOn(1)
    world.checkInOn(3)
    expect(world.mineOn(3)).toMatchObject({ streak: 1, open: ['2026-01-02'], cards: 1 })
    expect(resultOf(world.makeUp(2, 3))).toMatchObject({ day: '2026-01-02', streak: 3, total: 3, gained: [{ min: 30 }] })
    expect(world.mineOn(3)).toMatchObject({ streak: 3, open: [], cards: 0, milestones: [{ left: 0, paid: true }] })
    expect(world.balance()).toBe(50)
  })

  it('does not pay a run again that it joins to a paid one', () => {
    const world = worldOf({})
    for (const day of [1, 2, 3, 5]) world.checkInOn(day)
    expect(resultOf(world.makeUp(4, 5)).gained).toEqual([])
    expect(resultOf(world.checkInOn(6)).gained).toHaveLength(1)
  })

  it('refuses today, the future, days too far back, days before the activity, and a play without make-ups', () => {
    const world = worldOf({ makeup: { cards: 9, backDays: 3 } })
    for (const day of [6, 7, 2]) expect(world.makeUp(day, 6)).toEqual({ refusal: 'day-not-open' })
    expect(world.makeUp(0, 2)).toEqual({ refusal: 'day-not-open' })
    expect(worldOf({ makeup: null }).makeUp(1, 2)).toEqual({ refusal: 'day-not-open' })
  })

  it('refuses days outside the phases of the play', () => {
    const phase = { id: 'p', kind: 'peak', title: 'P', startsAt: at(3, '00:00'), endsAt: at(9, '00:00') } as const
    const world = worldOf({ phases: ['p'], makeup: { cards: 9, backDays: 9 } }, { schedule: { phases: [phase] } })
    expect(world.makeUp(2, 5)).toEqual({ refusal: 'day-not-open' })
    expect(world.mineOn(5).open).toEqual(['2026-01-03', '2026-01-04'])
  })

  it('refuses a day that is done', () => {
    const world = worldOf({})
    world.checkInOn(1)
    expect(world.makeUp(1, 2)).toEqual({ refusal: 'already-done' })
  })

  it('refuses without a card left, or without the points that it costs', () => {
    const world = worldOf({})
    world.makeUp(2, 4)
    expect(world.makeUp(3, 4)).toEqual({ refusal: 'no-makeup-card' })
    const priced = worldOf({ makeup: { cards: 0, backDays: 3, price: { play: 'coins', amount: 8 } } })
    expect(priced.makeUp(1, 2)).toEqual({ refusal: 'not-enough-points' })
    priced.checkInOn(2)
    expect(resultOf(priced.makeUp(1, 2)).streak).toBe(2)
    expect(priced.balance()).toBe(2)
  })
})

const seed = 20260102
/** Days in any order: where a day lies behind the latest one it is made up, otherwise checked in. */
const walks = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 24 })

describe('any walk of check-ins and make-ups', () => {
  function walk(order: readonly number[]) {
    const world = worldOf({
      makeup: { cards: 30, backDays: 28 },
      totals: [{ days: 5, grant: { give: 'points', play: 'coins', min: 5, max: 50 } }],
      streaks: [3, 7].map((days) => ({ days, grant: { give: 'chances', play: 'draw', amount: days }, once: days === 7 })),
    })
    let today = 0
    for (const day of order) {
      if (day > today) resultOf(world.checkInOn((today = day)))
      else if (day < today) resultOf(world.makeUp(day, today))
    }
    return { world, today }
  }

  it(`has a streak and a total that its days alone explain (seed ${seed})`, () => {
    fc.assert(
      fc.property(walks, (order) => {
        const { world, today } = walk(order)
        const mine = world.mineOn(today)
        expect(mine.days).toEqual([...order].sort((a, b) => a - b).map((day) => at(day).slice(0, 10)))
        expect(mine.total).toBe(order.length)
      }),
      { seed, numRuns: 60 },
    )
  })

  it(`pays a milestone that counts once exactly once when it is reached (seed ${seed})`, () => {
    fc.assert(
      fc.property(walks, (order) => {
        const { world, today } = walk(order)
        const paid = (of: string) => world.effects.filter((effect) => effect.do === 'fact' && effect.key.startsWith(`sign/paid/mia/${of}/`)).length
        expect(paid('streak/7')).toBe(world.mineOn(today).longest >= 7 ? 1 : 0)
        expect(paid('total/5')).toBe(order.length >= 5 ? 1 : 0)
      }),
      { seed, numRuns: 60 },
    )
  })

  it(`leaves a balance that is the sum of its entries (seed ${seed})`, () => {
    fc.assert(
      fc.property(walks, (order) => {
        const { world } = walk(order)
        expect(world.balance()).toBe(entriesOf(world.state, 'coins', 'mia').reduce((sum, { delta }) => sum + delta, 0))
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('the check of the rules', () => {
  const problems = (over: Partial<CheckInRules>, schedule = {}) => {
    const rules = rulesWith(over, { schedule })
    return checkIn.check({ rules, id: 'sign', play: rules.plays['sign']! }).map(({ path }) => path)
  }
  it('finds grants to nothing, twin milestones, hours across the cut-off and prices in no account', () => {
    const nowhere = { give: 'points', play: 'gone', min: 1, max: 1 } as const
    expect(problems({})).toEqual([])
    expect(problems({ reward: nowhere, totals: [{ days: 1, grant: { give: 'prize', prize: 'gone' } }] })).toEqual(['/reward/play', '/totals/0/grant/prize'])
    expect(problems({ reward: { give: 'points', play: 'coins', min: 2, max: 1 } })).toEqual(['/reward/max'])
    expect(problems({ streaks: [...sign.streaks, ...sign.streaks] })).toEqual(['/streaks/1/days'])
    expect(problems({ window: { from: 22, to: 2 } })).toEqual(['/window'])
    expect(problems({ window: { from: 22, to: 2 } }, { dayCutoffHour: 4 })).toEqual([])
    expect(problems({ makeup: { cards: 0, backDays: 1, price: { play: 'draw', amount: 1 } } })).toEqual(['/makeup/price/play'])
  })
})

describe('a change of the rules', () => {
  const classes = (before: Partial<CheckInRules>, after: Partial<CheckInRules>) => {
    const [was, is] = [rulesWith(before), rulesWith(after)]
    return checkIn
      .changes({ rules: was, id: 'sign', play: was.plays['sign']! }, { rules: is, id: 'sign', play: is.plays['sign']! })
      .map((change) => change.class)
  }
  it('is adverse where visitors lose and favourable where they gain', () => {
    expect(classes({}, {})).toEqual([])
    expect(classes({}, { reward: null })).toEqual(['adverse'])
    expect(classes({}, { reward: { give: 'points', play: 'coins', min: 10, max: 20 } })).toEqual(['favourable'])
    expect(classes({}, { streaks: [] })).toEqual(['adverse'])
    expect(classes({}, { streaks: sign.streaks.map((streak) => ({ ...streak, once: true })) })).toEqual(['adverse'])
    expect(classes({}, { makeup: { cards: 2, backDays: 2 } })).toEqual(['favourable', 'adverse'])
    expect(classes({}, { window: { from: 6, to: 9 } })).toEqual(['adverse'])
    expect(classes({ window: { from: 6, to: 9 } }, { window: { from: 5, to: 9 } })).toEqual(['favourable'])
  })
})
