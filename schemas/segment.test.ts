import { describe, expect, it } from 'vitest'
import { checkSegments } from './checkSegments'
import { isInSegment, type KnownVisitor, type SegmentTest } from './segment'
import { rules } from './testing/documents'

const at = (instant: string): number => Date.parse(instant)
const day = '2026-01-06T00:00:00+08:00'
const mia: KnownVisitor = { isMember: true, tier: 'gold', tags: ['tea', 'far'], registeredAt: at(day), arrivedAt: at(day), channel: 'app', language: 'zh-CN' }
const nobody: KnownVisitor = { isMember: false, tags: [], arrivedAt: at(day), channel: null, language: 'en' }
const isIn = (visitor: KnownVisitor, ...tests: SegmentTest[]): boolean => isInSegment({ title: 'S', match: 'all', tests }, visitor)

describe('a segment holds', () => {
  it.each<[string, SegmentTest, boolean, boolean]>([
    ['members', { of: 'member', is: true }, true, false],
    ['those who are none', { of: 'member', is: false }, false, true],
    ['a tier', { of: 'tier', in: ['gold', 'black'] }, true, false],
    ['all but a tier, strangers too', { of: 'tier', in: ['gold'], not: true }, false, true],
    ['a tag', { of: 'tag', in: ['far'] }, true, false],
    ['those who registered from an instant on', { of: 'registered', from: day }, true, false],
    ['those who registered before it', { of: 'registered', to: day }, false, false],
    ['those who first came in a stretch of time', { of: 'arrived', from: day, to: '2026-01-07T00:00:00+08:00' }, true, true],
    ['those who came by a channel', { of: 'channel', in: ['app'] }, true, false],
    ['readers of a language', { of: 'language', is: 'en' }, false, true],
  ])('%s', (_name, test, isMiaIn, isNobodyIn) => {
    expect([isIn(mia, test), isIn(nobody, test)]).toEqual([isMiaIn, isNobodyIn])
  })

  it('those for whom all, or any, of its conditions hold', () => {
    const tests: SegmentTest[] = [
      { of: 'member', is: true },
      { of: 'language', is: 'en' },
    ]
    expect(isInSegment({ title: 'S', match: 'all', tests }, mia)).toBe(false)
    expect(isInSegment({ title: 'S', match: 'any', tests }, mia)).toBe(true)
  })

  it('nobody while it has no conditions', () => expect(isIn(mia)).toBe(false))
})

it('is told what is wrong with it, by path', () => {
  const of = (...tests: SegmentTest[]): string[] =>
    checkSegments(rules({}, { segments: { s: { title: 'S', match: 'all', tests } } })).map(({ severity, path }) => `${severity} ${path}`)
  expect(of()).toEqual(['warning /segments/s/tests'])
  expect(of({ of: 'tier', in: [] }, { of: 'registered' }, { of: 'arrived', from: day, to: day })).toEqual([
    'error /segments/s/tests/0/in',
    'error /segments/s/tests/1',
    'error /segments/s/tests/2/to',
  ])
  expect(of({ of: 'tag', in: ['x'] }, { of: 'registered', from: day })).toEqual([])
})
