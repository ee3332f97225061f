import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { dice } from './dice'

const random = (n: number): string => createHmac('sha256', 'a seed').update(String(n)).digest('hex')

it('gives the same numbers for the same digits', () => {
  const [one, other] = [dice(random(1)), dice(random(1))]
  expect([one(6), one(1000), one(2)]).toEqual([other(6), other(1000), other(2)])
})

it('throws away the incomplete last stretch instead of bending the odds', () => {
  // 2^32 = 3 × 1431655765 + 1: only the topmost value is unfair for three outcomes.
  expect(dice('ffffffff' + '00000001'.repeat(7))(3)).toBe(1)
})

it('is fair: χ² over 60,000 throws of 1,000 outcomes stays within six standard deviations', () => {
  const counts = Array.from({ length: 1000 }, () => 0)
  for (let n = 0; n < 60_000; n++) counts[dice(random(n))(1000)]!++
  const chi = counts.reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0)
  expect(Math.abs(chi - 999)).toBeLessThan(6 * Math.sqrt(2 * 999))
})
