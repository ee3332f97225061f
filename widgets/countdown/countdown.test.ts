import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Times } from '../host'
import { remaining } from './countdown/remaining'
import { countdownView } from './countdown/view'

const seed = 20_260_108
const startsAt = Date.parse('2026-01-01T00:00:00+08:00')
const endsAt = Date.parse('2026-01-09T00:00:00+08:00')
const at = (now: number | null): Times => ({
  now,
  startsAt,
  endsAt,
  offsets: [[0, 480]],
  phases: [{ id: 'peak', startsAt: startsAt + 86_400_000, endsAt }],
})

describe('a countdown', () => {
  it('runs to the start, then to the end, then says it is over', () => {
    expect(remaining({ to: 'activity' }, at(startsAt - 61_000))).toMatchObject({ stage: 'before', minutes: 1, seconds: 1 })
    expect(remaining({ to: 'activity' }, at(startsAt))).toMatchObject({ stage: 'running', days: 8 })
    expect(remaining({ to: 'activity' }, at(endsAt))).toMatchObject({ stage: 'ended' })
  })
  it('runs to the phase that it names, or to a point in time', () => {
    expect(remaining({ to: 'phase', phase: 'peak' }, at(startsAt))).toMatchObject({ stage: 'before', days: 1 })
    expect(remaining({ to: 'instant', instant: '2026-01-01T00:00:10+08:00' }, at(startsAt))).toMatchObject({ stage: 'running', seconds: 10 })
  })
  it(`loses no second: its parts add up to the time left (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: endsAt - startsAt }), (ms) => {
        const left = remaining({ to: 'activity' }, at(endsAt - ms))
        expect(((left.days * 24 + left.hours) * 60 + left.minutes) * 60 + left.seconds).toBe(Math.ceil(ms / 1000))
      }),
      { seed },
    )
  })
  it('is neutral while the clock is not known', () => {
    const drawn = countdownView.html(
      { to: 'activity', during: '距结束' },
      {},
      { id: 'c', locale: 'zh-CN', times: at(null), play: null, won: null, trouble: null, asset: String, t: (key) => key },
    ).text
    expect(drawn.match(/--/g)).toHaveLength(4)
  })
})
