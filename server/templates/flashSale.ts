import type { RulesDocument } from '../../schemas/rules'
import { pageOf, type Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import { both, costOf, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { glow, hero, line } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both(
    '先到先得：100 元券 300 张、15 元券 3000 张，有货时点了就有，不靠运气。',
    'First come, first served: 300 vouchers of ¥100 and 3,000 of ¥15. While they last, a tap is a voucher; luck plays no part.',
  ),
  both('每人每种限抢 1 张，发完即止，不补货。', 'One of each a person, until they are gone. They are not restocked.'),
  both('券 24 小时内有效，在“我的券”里查看和使用。', 'A voucher is valid for 24 hours; see “My vouchers”.'),
])

/** First come, first served: as long as there is stock, everybody who taps gets one. */
export const flashSale: Template = {
  id: 'flash-sale',
  title: { zh: '限时秒杀', en: 'Flash sale' },
  description: { zh: '先到先得、发完即止、每种限一张，适合优惠券与前 N 名福利。', en: 'First come, first served: one of each voucher until they are gone.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('限时秒杀券', 'Flash vouchers'),
        locale,
        theme: { preset: 'sale' },
        share: { title: both('100 元券限时开抢', '¥100 vouchers, first come'), description: both('先到先得，抢完即止。', 'Until they are gone.') },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        ticket('big', both('¥100', '¥100'), both('满 200 可用', 'Over ¥200'), both('抢神券', 'Grab')),
        ticket('plain', both('¥15', '¥15'), both('满 99 可用', 'Over ¥99'), both('抢一张', 'Grab')),
        widget('text', 'fine', { text: both('有货时点了就有，发完即止', 'While they last, a tap is a voucher'), level: 'small', align: 'center' }),
        widget('countdown', 'countdown', {
          before: both('距离开抢', 'Opens in'),
          during: both('距离结束', 'Ends in'),
          after: both('本场已结束', 'This sale is over'),
        }),
        widget(
          'lottery-prizes',
          'mine',
          { title: both('我的券', 'My vouchers'), empty: both('还没有券，上面抢一张', 'None yet: grab one above') },
          { play: 'big' },
        ),
        widget('lottery-winners', 'winners', { title: both('刚刚抢到神券', 'Just grabbed') }, { play: 'big' }),
        shareButton('叫朋友来抢', 'Tell a friend'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 3, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'convert', text: t('三天内拉动下单与复购。', 'Lift orders within three days.') },
      audience: t('近 30 天加购未下单的用户', 'People with a full basket and no order in 30 days'),
      kpis: [
        { metric: 'orders', baseline: 1200, target: 1800, note: t('活动期订单', 'Orders while it runs') },
        { metric: 'redemption', target: 0.45, note: t('优惠券核销率', 'Vouchers used ÷ given') },
      ],
      channels: [
        { code: 'push', name: t('App 推送', 'App notice'), expectedUv: 20000 },
        { code: 'sms', name: t('短信', 'Text message'), expectedUv: 10000 },
      ],
      budget: [
        { kind: 'prize', title: t('优惠券补贴', 'Vouchers'), planned: costOf(prizes) },
        { kind: 'promo', title: t('投放', 'Advertising'), planned: 800000 },
      ],
      tasks: [{ title: t('压力测试到 5 倍峰值', 'Load test at five times the peak'), phase: 'preheat', owner: t('技术', 'Engineering') }],
      risks: [
        {
          title: t('瞬时流量过大', 'Too many at once'),
          trigger: t('拒绝率 > 5%', 'Refusals > 5 %'),
          response: t('公告排队情况，并延长活动时间。', 'Say that there is a queue, and extend the sale.'),
        },
      ],
    })),
}

const opening = hero(
  226,
  { gradient: glow('#ff8a2bb3', 'transparent') },
  line(
    'title',
    [16, 78, 343, 76],
    both('满 200 减 100', '¥100 off ¥200'),
    { level: 'display', align: 'center', size: 40, colour: 'var(--color-accent)' },
    { motion: { enter: 'bounce' } },
  ),
  line('sub', [16, 152, 343, 34], both('先到先得 · 每种限一张', 'First come, first served · one of each'), { align: 'center', size: 16 }),
  line('kicker', [112, 38, 151, 32], both('⚡ 限时三天', '⚡ Three days only'), {
    align: 'center',
    size: 14,
    background: '#4a0d02',
    colour: '#ffe9a8',
    radius: 99,
    padding: { top: 2, bottom: 2 },
  }),
)

/** A voucher that whoever taps has, while there are any. */
function ticket(play: 'big' | 'plain', worth: Words, terms: Words, grab: Words): Sketch {
  const soldOut = both('下一场时间见预告', 'The next round will be announced')
  return widget('lottery-ticket', play, { worth, terms, button: grab, soldOut }, { play })
}

const prizes: RulesDocument['prizes'] = {
  big: {
    title: both('100 元神券', '¥100 voucher'),
    tier: both('神券', 'Big one'),
    type: 'coupon',
    icon: '🧧',
    stock: 300,
    faceValue: 10_000,
    unitCost: 10_000,
    terms: both('满 200 元可用，24 小时内有效。', 'For orders from ¥200, within 24 hours.'),
  },
  plain: {
    title: both('15 元满减券', '¥15 voucher'),
    tier: both('满减券', 'Voucher'),
    type: 'coupon',
    icon: '🎫',
    stock: 3000,
    faceValue: 1500,
    unitCost: 1500,
    terms: both('满 99 元可用，24 小时内有效。', 'For orders from ¥99, within 24 hours.'),
  },
}

/** Certain while there is stock; a draw after that is refused and costs nothing. */
function grabOf(prize: string, title: Words): LotteryRules {
  return {
    kind: 'lottery',
    title,
    slots: [{ id: prize, prize, weightPpm: 1_000_000, capPerVisitor: 1 }],
    chances: { perDay: 1, inAll: 1, earned: false },
    outOfStock: 'no-win',
    showsStock: true,
  }
}

const plays = { big: grabOf('big', both('抢神券', 'The big voucher')), plain: grabOf('plain', both('抢满减券', 'The voucher')) }
