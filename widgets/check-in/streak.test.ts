import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../schemas/days'
import { isStreakDue, runsOf, streaksOf, type Paid } from './streak'

const seed = 20260101
const dayNumbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
const dayNo = (n: number) => addDays('2026-02-20', n)

describe('streaks', () => {
  it('join days across the end of a month and of a leap-less February', () => {
    expect(runsOf(['2026-03-01', '2026-02-28', '2026-03-03'])).toEqual([
      { from: '2026-02-28', to: '2026-03-01', length: 2 },
      { from: '2026-03-03', to: '2026-03-03', length: 1 },
    ])
  })

  it('stay alive through today while today is not done yet, and break after a missed day', () => {
    const days = ['2026-01-01', '2026-01-02']
    expect(streaksOf(days, '2026-01-02').current).toBe(2)
    expect(streaksOf(days, '2026-01-03').current).toBe(2)
    expect(streaksOf(days, '2026-01-04')).toEqual({ current: 0, longest: 2, total: 2 })
  })

  it(`do not depend on the order or repetition of days (seed ${seed})`, () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: 0, max: 45 }), (numbers, today) => {
        const days = numbers.map(dayNo)
        expect(streaksOf([...days, ...days].reverse(), dayNo(today))).toEqual(streaksOf(days, dayNo(today)))
      }),
      { seed },
    )
  })

  it(`cover every day once, with a gap between two runs (seed ${seed})`, () => {
    fc.assert(
      fc.property(dayNumbers, (numbers) => {
        const runs = runsOf(numbers.map(dayNo))
        expect(runs.flatMap(({ from, length }) => Array.from({ length }, (_, i) => addDays(from, i)))).toEqual(numbers.map(dayNo).sort())
        runs.slice(1).forEach(({ from }, i) => expect(addDays(runs[i]!.to, 1) < from).toBe(true))
      }),
      { seed },
    )
  })
})

describe('a streak milestone', () => {
  /** Days added in any order, as make-ups do; what was paid, each time with the days known by then. */
  function payAll(order: readonly number[], milestone: { readonly days: number; readonly once: boolean }): Paid[] {
    const paid: Paid[] = []
    order.forEach((n, i) => {
      const run = runsOf(order.slice(0, i + 1).map(dayNo)).find(({ from, to }) => from <= dayNo(n) && dayNo(n) <= to)!
      if (isStreakDue(milestone, run, paid)) paid.push({ days: milestone.days, day: dayNo(n) })
    })
    return paid
  }
  const milestones = fc.integer({ min: 1, max: 10 })

  it(`is paid exactly once in all where it says so, whatever the order (seed ${seed})`, () => {
    fc.assert(
      fc.property(dayNumbers, milestones, (order, days) => {
        const isReached = runsOf(order.map(dayNo)).some(({ length }) => length >= days)
        expect(payAll(order, { days, once: true }).length).toBe(isReached ? 1 : 0)
      }),
      { seed },
    )
  })

  it(`is paid to every run that is long enough, and never for fewer days than it asks (seed ${seed})`, () => {
    fc.assert(
      fc.property(dayNumbers, milestones, (order, days) => {
        const paid = payAll(order, { days, once: false })
        for (const { from, to, length } of runsOf(order.map(dayNo))) {
          const here = paid.filter(({ day }) => from <= day && day <= to).length
          expect(here).toBeGreaterThanOrEqual(length >= days ? 1 : 0)
          expect(here * days).toBeLessThanOrEqual(length)
        }
      }),
      { seed },
    )
  })
})
