import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calculate } from './arithmetic'

const seed = 20_260_108
const of = (text: string, now: number | null = 10, whole?: number) => calculate(text, { now, whole })

it('reads numbers and sums, with brackets and in the usual order', () => {
  expect(['12', '-3', '.5', '100/3+4', '(2+3)*4', '2+3*4', '8-3-2', '16/4/2', '-(2+1)', '2*-3'].map((text) => of(text))).toEqual([
    12,
    -3,
    0.5,
    100 / 3 + 4,
    20,
    14,
    3,
    2,
    -3,
    -6,
  ])
})
it('goes on from the number as it is where an operator comes first', () => {
  expect(['*2', '/4', '+5', '+=5', '-=5', '*2+1'].map((text) => of(text))).toEqual([20, 2.5, 15, 15, 5, 30])
  expect(of('*2', null)).toBe(null)
})
it('takes per cent of the whole, where there is one', () => {
  expect(['50%', '100%-20', '10% + 10%'].map((text) => of(text, 10, 375))).toEqual([187.5, 355, 75])
  expect(of('50%')).toBe(null)
})
it('knows the signs of Chinese keyboards, blanks and the unit', () => {
  expect(['3×4', '(1+2)×2', '9÷3', '1 000', '1,000', '12px', '１２', '２０＋５％'].map((text) => of(text, 10, 100))).toEqual([12, 6, 3, 1000, 1000, 12, 12, 25])
})
it('is null for what is no number', () => {
  expect(['', ' ', 'abc', '1+', '(1', '1)', '1 2 +', '2**3', '1/0', '%', '--', '5%%'].map((text) => of(text, 10, 100))).toEqual(Array(12).fill(null))
})
it(`never throws, and agrees with the language on sums (seed ${seed})`, () => {
  const number = fc.integer({ min: 0, max: 999 }).map(String)
  const sums = fc.letrec((tie) => ({
    sum: fc.oneof(
      { maxDepth: 4 },
      number,
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum')).map(([a, sign, b]) => `(${String(a)} ${sign} ${String(b)})`),
    ),
  })).sum
  fc.assert(
    fc.property(fc.string(), (text) => void of(text, 1, 2)),
    { seed },
  )
  fc.assert(
    fc.property(sums, (text) => {
      const expected: unknown = new Function(`return ${String(text)}`)()
      expect(of(String(text))).toBe(Number.isFinite(expected) ? expected : null)
    }),
    { seed },
  )
})
