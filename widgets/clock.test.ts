import { expect, it } from 'vitest'
import { offsetsBetween } from '../schemas/days'
import { dayText, timeText } from './clock'
import { grouped } from './grouped'

const at = (instant: string): number => Date.parse(instant)
const berlin = { offsets: offsetsBetween('Europe/Berlin', at('2026-01-01T00:00:00Z'), at('2026-12-01T00:00:00Z')) }

it('days and times are those of the zone, on both sides of a change of summer time', () => {
  expect(timeText(at('2026-03-29T00:59:59Z'), berlin)).toBe('01:59')
  expect(timeText(at('2026-03-29T01:00:00Z'), berlin)).toBe('03:00')
  expect(dayText(at('2026-10-24T22:00:00Z'), berlin, 'zh-CN')).toBe('10月25日')
  expect(dayText(at('2026-01-04T23:30:00Z'), berlin, 'en')).toBe('Jan 5')
})
it('what was before the activity is told by the clock that it began with', () => {
  expect(timeText(at('2025-08-01T00:00:00Z'), berlin)).toBe('01:00')
})
it('numbers are written in groups of three, as the browser writes them in both languages', () => {
  for (const n of [0, 7, 999, 1000, 12_345, 1_234_567, -1234, 100_000]) {
    expect(grouped(n)).toBe(n.toLocaleString('en'))
    expect(grouped(n)).toBe(n.toLocaleString('zh-CN'))
  }
})
