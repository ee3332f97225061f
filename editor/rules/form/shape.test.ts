import { describe, expect, it } from 'vitest'
import { schema } from '../../../schemas/schema'
import type { RulesDocument } from '../../../schemas/rules'
import { freshItem } from './shape'

const rules: RulesDocument = {
  format: 1,
  prizes: {},
  plays: {},
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-08T00:00:00+08:00', phases: [] },
}
const question = schema({
  type: 'object',
  required: ['id', 'needed'],
  properties: { id: { type: 'string', default: 'question' }, needed: { type: 'boolean', default: true } },
})

describe('a new item of a list', () => {
  it('has the first values of its schema', () => {
    expect(freshItem(question, [], rules)).toEqual({ id: 'question', needed: true })
    expect(freshItem({ type: 'integer', minimum: 3 }, [3], rules)).toBe(3)
  })

  it('has an id that no other item has', () => {
    expect(freshItem(question, [{ id: 'question' }, { id: 'question-2' }], rules)).toMatchObject({ id: 'question-3' })
  })
})
