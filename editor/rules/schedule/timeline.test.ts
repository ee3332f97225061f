import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayKey, startOfDay } from '../../../schemas/days'
import { dayMarks, dragged, minuteMs, shareOf, shortestMs, snap, stepFor, viewOf, type Part } from './timeline'

const hour = 60 * minuteMs
const day = 24 * hour
const at = (text: string): number => Date.parse(text)
const seed = 20260101
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC']
const moments = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') })

describe('the timeline', () => {
  it('shows all bars with room at both ends', () => {
    const view = viewOf([
      { from: 0, to: 10 * day },
      { from: -5 * day, to: 0 },
    ])
    expect(view.from).toBeLessThan(-5 * day)
    expect(view.to).toBeGreaterThan(10 * day)
    expect(shareOf(view.from, view)).toBe(0)
    expect(shareOf(view.to, view)).toBe(1)
  })

  it('leaves out bars whose times cannot be read', () => {
    expect(
      viewOf([
        { from: 0, to: 100 * hour },
        { from: Number.NaN, to: 5 },
      ]),
    ).toEqual({ from: -4 * hour, to: 104 * hour })
  })

  it('drags on a coarser grid the more time a pixel holds', () => {
    expect(stepFor({ from: 0, to: 6 * hour }, 1000)).toBe(5 * minuteMs)
    expect(stepFor({ from: 0, to: 20 * day }, 1000)).toBe(6 * hour)
    expect(stepFor({ from: 0, to: 400 * day }, 1000)).toBe(day)
  })

  it('keeps hours on the hour of the wall clock where zones are off by 45 minutes', () => {
    expect(new Date(snap(at('2026-01-01T03:40:00Z'), hour, 'Asia/Kathmandu')).toISOString()).toBe('2026-01-01T03:15:00.000Z')
  })

  it('snaps days to midnight on the day that summer time begins', () => {
    expect(snap(at('2026-03-08T20:00:00Z'), day, 'America/New_York')).toBe(at('2026-03-09T04:00:00Z'))
  })

  it(`never lets an end pass the other, and keeps the length of what moves whole (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: shortestMs, max: 40 * day }),
        fc.constantFrom<Part>('from', 'to', 'whole'),
        fc.integer({ min: -90 * day, max: 90 * day }),
        fc.constantFrom(...zones),
        (from, length, part, by, zone) => {
          const span = { from, to: from + length }
          const moved = dragged(span, part, by, (time) => snap(time, hour, zone))
          expect(moved.to - moved.from).toBeGreaterThanOrEqual(shortestMs)
          if (part === 'whole') expect(moved.to - moved.from).toBe(length)
          if (part === 'from') expect(moved.to).toBe(span.to)
          if (part === 'to') expect(moved.from).toBe(span.from)
        },
      ),
      { seed },
    )
  })

  it(`snaps to at most half a step away, and twice to the same place (seed ${seed})`, () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(15 * minuteMs, hour, 6 * hour), fc.constantFrom(...zones), (time, step, zone) => {
        const snapped = snap(time, step, zone)
        expect(Math.abs(snapped - time)).toBeLessThanOrEqual(step / 2)
        const isNewDay = dayKey(snapped, zone, 0) !== dayKey(time, zone, 0)
        if (!isNewDay) expect(snap(snapped, step, zone)).toBe(snapped)
      }),
      { seed },
    )
  })

  it(`marks starts of days only, in order and not too many (seed ${seed})`, () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: hour, max: 300 * day }), fc.constantFrom(...zones), (from, length, zone) => {
        const marks = dayMarks({ from, to: from + length }, zone, 10)
        expect(marks.length).toBeLessThanOrEqual(11)
        marks.forEach((mark, i) => {
          expect(startOfDay(dayKey(mark, zone, 0), zone, 0)).toBe(mark)
          if (i > 0) expect(mark).toBeGreaterThan(marks[i - 1]!)
        })
      }),
      { seed },
    )
  })
})
