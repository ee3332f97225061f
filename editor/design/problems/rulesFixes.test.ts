import { expect, it } from 'vitest'
import type { LotteryRules } from '../../../widgets/lottery/lotterySchema'
import { lottery } from '../../../widgets/lottery/rules'
import { rulesFormat, type RulesDocument } from '../../../schemas/rules'
import { fairOdds, longer } from './rulesFixes'

function rulesWith(...weights: readonly number[]): RulesDocument {
  const slots = weights.map((weightPpm, i) => ({ id: `s${i}`, prize: null, weightPpm }))
  return {
    format: rulesFormat,
    schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-02-01T00:00:00+08:00', phases: [] },
    plays: { draw: Object.assign({}, lottery.defaults, { slots }) },
    prizes: {},
  }
}
// The play was made from the lottery's own defaults.
const weightsOf = (rules: RulesDocument): number[] => (rules.plays['draw'] as unknown as LotteryRules).slots.map(({ weightPpm }) => weightPpm)

it('scales odds of more than 100 % down to it, in proportion', () => {
  const rules = rulesWith(900_000, 600_000)
  expect(weightsOf(fairOdds(rules, '/plays/draw/slots')!.mend(rules))).toEqual([600_000, 400_000])
})
it('gives what no slot claims to one that says so, under an id of its own', () => {
  const rules = rulesWith(400_000, 500_000)
  const mended = fairOdds(rules, '/plays/draw/slots')!.mend(rules)
  expect(weightsOf(mended)).toEqual([400_000, 500_000, 100_000])
  expect(mended.plays['draw']).toMatchObject({ slots: [{}, {}, { id: 'none', prize: null, title: { 'zh-CN': '谢谢参与' } }] })
  expect(fairOdds(rulesWith(...Array.from({ length: 12 }, () => 1)), '/plays/draw/slots')).toBeNull()
})
it('leaves other odds and other problems alone', () => {
  expect(fairOdds(rulesWith(400_000, 600_000), '/plays/draw/slots')).toBeNull()
  expect(fairOdds(rulesWith(900_000, 600_000), '/plays/draw/chances')).toBeNull()
  expect(fairOdds(rulesWith(900_000, 600_000), '/plays/other/slots')).toBeNull()
})
it('lets an activity run on for a week, on its own clock', () => {
  expect(longer(Date.parse('2026-03-01T12:00:00Z')).mend(rulesWith(1)).schedule.endsAt).toBe('2026-03-08T20:00:00+08:00')
})
