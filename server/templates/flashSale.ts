import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人每天可抢一次,发完即止。', 'One try a day, until they are gone.'),
  both('抢到的券 24 小时内有效,可在“我的券”查看。', 'Vouchers last 24 hours; see “My vouchers”.'),
  both('同一账号、设备、手机号视为同一用户。', 'One account, device and number is one person.'),
])

/** First come, first served, until stock is gone. */
export const flashSale: Template = {
  id: 'flash-sale',
  title: { zh: '限时秒杀', en: 'Flash sale' },
  description: { zh: '限时开抢、先到先得、发完即止,适合优惠券与前 N 名福利。', en: 'First come, first served: vouchers until they are gone.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('限时秒杀券', 'Flash vouchers'),
        locale,
        theme: { preset: 'sale' },
        share: { title: both('100 元券限时开抢', '¥100 vouchers, first come'), description: both('先到先得,抢完即止。', 'Until they are gone.') },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('今日限定', 'Today only'),
          title: both('满 200 减 100', '¥100 off ¥200'),
          subtitle: both('先到先得,抢完即止', 'First come, first served'),
          showTimes: true,
          benefits: [
            { icon: '🧧', text: both('大额神券 300 张', '300 big ones') },
            { icon: '🎫', text: both('满减券 3000 张', '3,000 more') },
            { icon: '⏰', text: both('每人每天一次', 'Once a day') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('等倒计时归零', 'Wait for zero'), both('点按钮开抢', 'Tap to grab'), both('去下单使用', 'Use it')],
          decor: 'rays',
          canSave: true,
        }),
        widget('countdown', 'countdown', {
          before: both('距离开抢', 'Opens in'),
          during: both('距离结束', 'Ends in'),
          after: both('本场已结束', 'This sale is over'),
        }),
        widget('lottery-wheel', 'grab', { title: both('抢券', 'Grab one'), buttonText: both('抢', 'Grab') }, { play: 'grab', motion: { enter: 'rise' } }),
        widget('lottery-winners', 'winners', { title: both('刚刚抢到', 'Just now') }, { play: 'grab' }),
        widget('lottery-prizes', 'mine', { title: both('我的券', 'My vouchers') }, { play: 'grab' }),
        shareButton('叫朋友来抢', 'Tell a friend'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 3, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'convert', text: both('三天内拉动下单与复购。', 'Lift orders within three days.') },
      audience: '近 30 天加购未下单的用户',
      kpis: [
        { metric: 'orders', baseline: 1200, target: 1800, note: '活动期订单' },
        { metric: 'redemption', target: 0.45, note: '优惠券核销率' },
      ],
      channels: [
        { code: 'push', name: 'App 推送', expectedUv: 20000 },
        { code: 'sms', name: '短信', expectedUv: 10000 },
      ],
      budget: [
        { kind: 'prize', title: '优惠券补贴', planned: 3000000 },
        { kind: 'promo', title: '投放', planned: 800000 },
      ],
      tasks: [{ title: '压力测试到 5 倍峰值', phase: 'preheat', owner: '技术' }],
      risks: [{ title: '瞬时流量过大', trigger: '拒绝率 > 5%', response: '公告排队情况并延长 30 分钟。' }],
    }),
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
    terms: both('满 200 元可用,24 小时内有效。', 'For orders from ¥200, within 24 hours.'),
  },
  plain: {
    title: both('15 元满减券', '¥15 voucher'),
    tier: both('满减券', 'Voucher'),
    type: 'coupon',
    icon: '🎫',
    stock: 3000,
    faceValue: 1500,
    unitCost: 1500,
    terms: both('满 99 元可用,24 小时内有效。', 'For orders from ¥99, within 24 hours.'),
  },
}

const plays = {
  points: { kind: 'points', title: both('积分', 'Points'), unit: both('积分', 'Points'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  grab: {
    kind: 'lottery',
    title: both('限时抢券', 'Vouchers'),
    slots: [
      { id: 'big', prize: 'big', weightPpm: 30_000, capPerVisitor: 1 },
      { id: 'plain', prize: 'plain', weightPpm: 500_000, capPerVisitor: 2 },
    ],
    chances: { perDay: 1, inAll: null, earned: false },
    winCapPerVisitor: 3,
    outOfStock: 'fallback',
    consolation: { play: 'points', min: 5, max: 20, budget: 500_000, title: both('安慰积分', 'Points instead') },
  } satisfies LotteryRules,
}
