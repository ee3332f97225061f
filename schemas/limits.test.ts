import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthOf, documentLimits, parseJson } from './limits'

const seed = 20_260_104
const refusalOf = (text: string, limits = documentLimits): string => {
  const parsed = parseJson(text, limits)
  return parsed.ok ? 'none' : parsed.refusal
}

function depthOfValue(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOfValue))
}

describe('parseJson', () => {
  it('refuses 100,000 brackets without parsing them', () => {
    expect(refusalOf('['.repeat(100_000))).toBe('too-deep')
  })
  it('measures bytes, not characters', () => {
    expect(refusalOf('"年年"', { maxBytes: 7, maxDepth: 1 })).toBe('too-large')
    expect(refusalOf('"年年"', { maxBytes: 8, maxDepth: 1 })).toBe('none')
  })
  it.each(['{"__proto__":{"admin":true}}', '{"a":{"constructor":1}}', '[{"prototype":1}]'])('refuses %s', (text) => {
    expect(refusalOf(text)).toBe('bad-json')
  })
  it('says what is wrong with broken JSON', () => {
    expect(parseJson('{"a":', documentLimits)).toMatchObject({ ok: false, refusal: 'bad-json' })
  })
})

it(`depthOf is the depth of the value (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(depthOf(JSON.stringify(value))).toBe(depthOfValue(value))
    }),
    { seed },
  )
})
