import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, hashOf } from './canonical'

const seed = 20_260_103

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}

it(`does not depend on the order of keys, and loses nothing (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed },
  )
})

it('names a value by SHA-256 of that text', async () => {
  expect(await hashOf({ b: 1, a: [] })).toBe(await hashOf({ a: [], b: 1 }))
  expect(await hashOf('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126')
})

it('refuses what JSON cannot say', () => {
  expect(() => canonicalJson([undefined])).toThrow(TypeError)
  expect(() => canonicalJson({ n: Number.NaN })).toThrow(TypeError)
})
