import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayKey, instantAt, offsetsBetween, startOfDay } from './days'

const seed = 20_260_105
const at = (instant: string): number => Date.parse(instant)

describe('dayKey', () => {
  it('follows the wall clock of the zone', () => {
    expect(dayKey(at('2026-01-01T15:59:59Z'), 'Asia/Shanghai', 0)).toBe('2026-01-01')
    expect(dayKey(at('2026-01-01T16:00:00Z'), 'Asia/Shanghai', 0)).toBe('2026-01-02')
  })
  it('counts the night before the cut-off to the day before', () => {
    expect(dayKey(at('2026-01-01T20:59:59Z'), 'Asia/Shanghai', 5)).toBe('2026-01-01')
    expect(dayKey(at('2026-01-01T21:00:00Z'), 'Asia/Shanghai', 5)).toBe('2026-01-02')
  })
  it('is right on the days of 23 and 25 hours', () => {
    expect(dayKey(at('2026-03-29T21:59:59Z'), 'Europe/Berlin', 0)).toBe('2026-03-29')
    expect(dayKey(at('2026-03-29T22:00:00Z'), 'Europe/Berlin', 0)).toBe('2026-03-30')
    expect(dayKey(at('2026-10-25T22:59:59Z'), 'Europe/Berlin', 0)).toBe('2026-10-25')
  })
})

it(`startOfDay is the first instant of its day (seed ${seed})`, () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham')
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
  fc.assert(
    fc.property(day, zone, fc.integer({ min: 0, max: 23 }), (date, timeZone, cutoff) => {
      const start = startOfDay(date, timeZone, cutoff)
      expect(dayKey(start, timeZone, cutoff)).toBe(date)
      expect(dayKey(start - 1000, timeZone, cutoff) < date).toBe(true)
    }),
    { seed, numRuns: 400 },
  )
})

describe('the offsets of a time zone', () => {
  it('are one where clocks are never changed', () => {
    expect(offsetsBetween('Asia/Shanghai', at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z'))).toEqual([[at('2026-01-01T00:00:00Z'), 480]])
  })
  it('are one more for each change, from its very minute on', () => {
    expect(offsetsBetween('Europe/Berlin', at('2026-01-01T00:00:00Z'), at('2026-12-01T00:00:00Z'))).toEqual([
      [at('2026-01-01T00:00:00Z'), 60],
      [at('2026-03-29T01:00:00Z'), 120],
      [at('2026-10-25T01:00:00Z'), 60],
    ])
  })
  it('are those of half and quarter hours too', () => {
    expect(offsetsBetween('Asia/Kathmandu', at('2026-01-01T00:00:00Z'), at('2026-02-01T00:00:00Z'))).toEqual([[at('2026-01-01T00:00:00Z'), 345]])
  })
})

it('the clock on the wall is the one that the browser tells, to the second, around each change of clocks of every zone', () => {
  const [from, to] = [at('2024-01-01T00:00:00Z'), at('2031-01-01T00:00:00Z')]
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const told = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    for (const [changed] of offsetsBetween(timeZone, from, to))
      for (const seconds of [-1800, -61, -60, -1, 0, 1, 59, 60, 899, 900]) {
        const moment = changed + seconds * 1000
        expect(instantAt(moment, timeZone).slice(0, 19), timeZone).toBe(told.format(moment).replace(' ', 'T'))
      }
  }
})
