import { expect, it } from 'vitest'
import { activePhases, opensNext, playStageAt, stageAt } from './phases'
import { rules } from './testing/documents'

const document = rules({ draw: { kind: 'x', title: '' }, preview: { kind: 'x', title: '', phases: ['preheat'] } })
const at = (instant: string): number => Date.parse(`${instant}+08:00`)

it('counts the start in and the end out', () => {
  expect(stageAt(document.schedule, at('2025-12-31T23:59:59'))).toBe('before')
  expect(stageAt(document.schedule, at('2026-01-01T00:00:00'))).toBe('running')
  expect(stageAt(document.schedule, at('2026-01-09T00:00:00'))).toBe('ended')
  expect(activePhases(document.schedule, at('2026-01-02T00:00:00'))).toEqual(['peak'])
})

it('opens a play in its phases, and else with the activity', () => {
  expect(playStageAt(document, 'draw', at('2025-12-26T00:00:00'))).toBe('before')
  expect(playStageAt(document, 'preview', at('2025-12-26T00:00:00'))).toBe('running')
  expect(playStageAt(document, 'preview', at('2026-01-01T00:00:00'))).toBe('ended')
  expect(opensNext(document, 'draw', at('2025-12-26T00:00:00'))).toBe(at('2026-01-01T00:00:00'))
  expect(opensNext(document, 'preview', at('2026-01-01T00:00:00'))).toBe(null)
})
