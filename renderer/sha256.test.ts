import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex, ownSha256, sha256 } from './sha256'

it('is what the platform says it is, for any text (seed 20261122)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(hex(ownSha256(text))).toBe(hex(sha256(text)))
      expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
    }),
    { seed: 20_261_122, numRuns: 300 },
  )
})

it('is right around the edges of a block', () => {
  for (let length = 50; length < 70; length++) expect(hex(ownSha256('a'.repeat(length)))).toBe(createHash('sha256').update('a'.repeat(length)).digest('hex'))
})
