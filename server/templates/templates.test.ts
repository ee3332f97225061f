import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activity, Checked } from '../../schemas/api/management'
import { activePhases, playStageAt, stageAt } from '../../schemas/phases'
import { locales } from '../../schemas/words'
import { createTestWorld, testTime, type TestWorld } from '../testing/testWorld'
import { costOf } from './parts'
import { templates, templateOf } from './registry'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

const ids = templates.map(({ id }) => id)
const cases = templates.flatMap(({ id }) => locales.map((locale) => [id, locale] as const))

describe('a template', () => {
  it.each(cases)('%s in %s makes an activity that nothing is wrong with', async (template, locale) => {
    const { id } = await test.read<Activity>('/api/activities', { method: 'POST', body: { name: 'From a template', template, locale } })
    const { problems } = await test.read<Checked>(`/api/activities/${id}/check`, { method: 'POST' })
    expect(problems).toEqual([])
  })

  it.each(cases)('%s in %s has a plan of the published shape', (id, locale) => {
    expect(test.world.checker.structure('plan', templateOf(id).plan({ now: testTime, locale }))).toEqual([])
  })

  it.each(ids)('%s is planned in one language', (id) => {
    const { plan } = templateOf(id)
    expect(JSON.stringify(plan({ now: testTime, locale: 'en' }))).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/)
    const chinese = JSON.stringify(plan({ now: testTime, locale: 'zh-CN' }))
    expect(id === 'blank' || /[\u4e00-\u9fff]/.test(chinese)).toBe(true)
  })

  it.each(ids)('%s plans as much money for prizes as they cost', (id) => {
    const { plan, rules } = templateOf(id)
    const planned = (plan({ now: testTime, locale: 'en' }).budget ?? [])
      .filter(({ kind }) => kind === 'prize')
      .reduce((sum, { planned: money }) => sum + money, 0)
    const { prizes } = rules(testTime)
    expect(Object.values(prizes).filter(({ stock }) => stock === null)).toEqual([])
    expect(planned).toBeGreaterThanOrEqual(costOf(prizes))
  })

  it.each(ids)('%s leads nowhere that only its author has', (id) => {
    const { page, rules } = templateOf(id)
    expect(JSON.stringify([page({ name: 'x', locale: 'en' }), rules(testTime)])).not.toMatch(/https?:/)
  })

  it('that does not exist is refused by name', async () => {
    const answer = await test.ask('/api/activities', { method: 'POST', body: { name: 'x', template: 'nothing' } })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Known: blank, new-year')])
  })
})

describe('the New-Year template', () => {
  const rules = templateOf('new-year').rules(testTime)

  it('is running in its peak when it is made, having started yesterday', () => {
    expect([stageAt(rules.schedule, testTime), activePhases(rules.schedule, testTime)]).toEqual(['running', ['peak']])
    expect(rules.schedule.startsAt).toBe('2026-01-04T16:00:00.000Z')
  })

  it('has phases without a gap from a week before to a week after', () => {
    const { phases } = rules.schedule
    expect(phases.map(({ kind }) => kind)).toEqual(['preheat', 'start', 'peak', 'closing'])
    expect(phases.slice(1).map(({ startsAt }) => startsAt)).toEqual(phases.slice(0, -1).map(({ endsAt }) => endsAt))
  })

  it('opens the draw now and the grand draw later', () => {
    expect([playStageAt(rules, 'new-year-draw', testTime), playStageAt(rules, 'final-draw', testTime)]).toEqual(['running', 'before'])
  })
})
