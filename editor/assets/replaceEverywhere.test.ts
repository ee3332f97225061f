import { expect, it } from 'vitest'
import type { AssetUse } from '../../schemas/api/assets'
import { draftsHolding } from './replaceEverywhere'

const use = (activity: string, drafts: AssetUse['drafts'], archived = false): AssetUse => ({
  activity,
  name: activity.toUpperCase(),
  archived,
  drafts,
  live: [],
  kept: 0,
})

it('finds every draft that holds a picture, but the open page and what is archived', () => {
  const uses = [use('here', ['page', 'rules']), use('there', ['page']), use('over', ['page'], true), use('live', [])]
  expect(draftsHolding(uses, 'here')).toEqual([
    { activity: 'here', name: 'HERE', of: 'rules' },
    { activity: 'there', name: 'THERE', of: 'page' },
  ])
})

it('finds the page of an activity whose rules are open', () => {
  expect(draftsHolding([use('here', ['page'])], null)).toEqual([{ activity: 'here', name: 'HERE', of: 'page' }])
})
