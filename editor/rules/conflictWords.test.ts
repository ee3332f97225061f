import { beforeAll, describe, expect, it } from 'vitest'
import { mergeDocuments } from '../../schemas/merge'
import type { PlayRules, RulesDocument } from '../../schemas/rules'
import { locale } from '../i18n/locale'
import { bringWords } from '../i18n/spoken'
import { placeInWords, sideInWords } from './conflictWords'

const draw = {
  kind: 'lottery',
  title: { 'zh-CN': '新年抽奖', 'en': 'New Year draw' },
  slots: [{ id: 'one', prize: 'mug', weightPpm: 20_000 }],
  chances: { perDay: 1, inAll: null, earned: false },
  outOfStock: 'no-win',
}
const base: RulesDocument = {
  format: 1,
  schedule: { timeZone: 'Asia/Shanghai', dayCutoffHour: 0, startsAt: '2026-01-01T00:00:00+08:00', endsAt: '2026-01-22T00:00:00+08:00', phases: [] },
  prizes: { mug: { title: { 'zh-CN': '保温杯', 'en': 'Mug' }, type: 'physical', stock: 100 }, pin: { title: '徽章', type: 'badge', stock: null } },
  // A play's own members are its kind's business.
  plays: { draw: draw as PlayRules },
}

type Change = (rules: typeof base) => unknown
const changed = (change: Change): RulesDocument => {
  const copy = structuredClone(base)
  change(copy)
  return copy
}

/** What the dialog says of the only place that two changes of the same rules quarrel over. */
function told(mine: Change, theirs: Change): { place: string; mine: string; theirs: string } {
  const { merged, conflicts } = mergeDocuments(base, changed(mine), changed(theirs))
  expect(conflicts).toHaveLength(1)
  const [conflict] = conflicts
  return { place: placeInWords(conflict!, merged), mine: sideInWords(conflict!, 'mine', merged), theirs: sideInWords(conflict!, 'theirs', merged) }
}
const play = (rules: RulesDocument): { [field: string]: unknown } => rules.plays['draw'] as never
const mug = (rules: RulesDocument): { [field: string]: unknown } => rules.prizes['mug'] as never

beforeAll(async () => {
  await Promise.all([bringWords('zh-CN'), bringWords('en')])
  locale.value = 'zh-CN'
})

describe('two changes of one place in the rules, in words', () => {
  it('are named by what people named, and by the titles of fields', () => {
    const stock =
      (n: number | null): Change =>
      (rules) =>
        (mug(rules)['stock'] = n)
    expect(told(stock(1200), stock(null))).toEqual({ place: '奖品 › 保温杯 › 库存', mine: '1,200', theirs: '（空）' })
    const chances =
      (more: object): Change =>
      (rules) =>
        (play(rules)['chances'] = { ...draw.chances, ...more })
    expect(told(chances({ perDay: 2 }), chances({ perDay: 3 }))).toEqual({ place: '玩法 › 新年抽奖 › 抽奖机会 › 每天免费次数', mine: '2', theirs: '3' })
    expect(told(chances({ earned: true }), (rules) => delete play(rules)['chances'])).toEqual({
      place: '玩法 › 新年抽奖 › 抽奖机会',
      mine: '每天免费次数：1\n活动期间最多抽几次：（空）\n可使用任务、签到等赢得的机会：是',
      theirs: '（已删除）',
    })
  })

  it('say odds as shares, prizes by their names, choices by theirs', () => {
    const slots =
      (weightPpm: number, prize: string): Change =>
      (rules) =>
        (play(rules)['slots'] = [{ id: 'one', prize, weightPpm }])
    expect(told(slots(50_000, 'mug'), slots(1000, 'pin'))).toEqual({
      place: '玩法 › 新年抽奖 › 奖项',
      mine: '· 奖品：保温杯，中奖概率：5%',
      theirs: '· 奖品：徽章，中奖概率：0.1%',
    })
    const type =
      (is: string): Change =>
      (rules) =>
        (mug(rules)['type'] = is)
    expect(told(type('code'), type('virtual'))).toEqual({ place: '奖品 › 保温杯 › 类型', mine: '券码', theirs: '虚拟' })
  })

  it('say moments by the clock of the activity, texts in both languages', () => {
    const end =
      (at: string): Change =>
      (rules) =>
        ((rules.schedule as { endsAt: string }).endsAt = at)
    expect(told(end('2026-01-25T16:30:00Z'), end('2026-02-01T00:00:00+08:00'))).toEqual({
      place: '时间与阶段 › 结束',
      mine: '2026年1月26日 00:30',
      theirs: '2026年2月1日 00:00',
    })
    const name =
      (title: object): Change =>
      (rules) =>
        (mug(rules)['title'] = title)
    expect(told(name({ 'zh-CN': '杯子', 'en': 'Mug' }), name({ 'zh-CN': '茶杯', 'en': 'Mug' }))).toEqual({
      place: '奖品 › 茶杯 › 名称 › 中文',
      mine: '杯子',
      theirs: '茶杯',
    })
  })

  it('name what one side took away by the name that it had', () => {
    expect(
      told(
        (rules) => delete (rules.prizes as { mug?: object }).mug,
        (rules) => (mug(rules)['stock'] = 5),
      ),
    ).toMatchObject({
      place: '奖品 › 保温杯',
      mine: '（已删除）',
    })
  })

  it('are told in the reader’s language', () => {
    locale.value = 'en'
    const stock =
      (n: number): Change =>
      (rules) =>
        (mug(rules)['stock'] = n)
    expect(told(stock(1), stock(2)).place).toBe('Prizes › Mug › Stock')
    locale.value = 'zh-CN'
  })
})
