import { expect, it } from 'vitest'
import type { PlayRules, RulesDocument } from '../../../schemas/rules'
import { playKinds } from '../../../widgets/rules'
import { stillsOf } from './stillsOf'

// A play's own members are its kind's business.
const play = (more: object): PlayRules => ({ kind: 'lottery', title: '抽奖', ...more }) as PlayRules
const rules = (plays: { readonly [id: string]: PlayRules }): RulesDocument => ({
  format: 1,
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-08T00:00:00+08:00', phases: [] },
  prizes: { mug: { title: '保温杯', type: 'physical', stock: 5 } },
  plays,
})

it('says what plays say by their rules, and nothing of those half written or of a kind that is not known', () => {
  const sound = play({ ...playKinds['lottery']!.defaults, slots: [{ id: 'one', prize: 'mug', weightPpm: 1000 }] })
  const stills = stillsOf(rules({ sound, broken: play({ slots: null }), foreign: { kind: 'hologram', title: '?' } }))
  expect(Object.keys(stills)).toEqual(['sound'])
  expect(JSON.stringify(stills['sound'])).toContain('保温杯')
})
