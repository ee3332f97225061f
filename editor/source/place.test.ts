import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetOf } from './place'

const seed = 11

/** Every place of a value, as a JSON pointer with what stands there. */
function places(value: unknown, pointer = ''): { pointer: string; value: unknown }[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [{ pointer, value }, ...inner.flatMap(([key, one]) => places(one, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`))]
}

describe('offsetOf', () => {
  it(`finds where every value of a document is written (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (document, indent) => {
        const text = JSON.stringify(document, null, indent)
        for (const { pointer, value } of places(JSON.parse(text))) {
          expect(text.slice(offsetOf(text, pointer))).toMatch(startOf(value))
        }
      }),
      { seed },
    )
  })

  it('stays with the value around a place that is not there', () => {
    const text = '{"a":{"b":1}}'
    expect(text.slice(offsetOf(text, '/a/c/d'))).toBe('{"b":1}}')
  })
})

function startOf(value: unknown): RegExp {
  const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[' : '{') : JSON.stringify(value)
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
