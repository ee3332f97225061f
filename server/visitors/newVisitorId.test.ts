import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { newVisitorId } from './newVisitorId'

const at = Date.parse('2026-01-01T00:00:00Z')
const idAt = (ms: number): string => newVisitorId({ clock: { now: () => ms }, dice: { bytes: (n) => randomBytes(n) } })

it('puts those who come later behind those who came before', () => {
  const ids = Array.from({ length: 500 }, (_, i) => idAt(at + i))
  expect(ids.toSorted()).toEqual(ids)
})

it('gives a thousand who come in one instant different ids, of letters and digits alone', () => {
  const ids = Array.from({ length: 1000 }, () => idAt(at))
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => /^v[0-9a-f]{32}$/.test(id))).toBe(true)
})
