import { addDays, dayKey, startOfDay } from '../../../schemas/days'
import type { Phase, RulesDocument } from '../../../schemas/rules'
import type { Words } from '../../../schemas/words'
import type { CheckInRules } from '../../../widgets/check-in/rules'
import type { LeaderboardRules } from '../../../widgets/leaderboard/rules'
import type { LotteryRules } from '../../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../../widgets/points/rules'
import { timeZone } from '../calendar'

const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/** The New-Year rules with their dates set so that the activity has been running since the day before `now` (epoch ms). */
export function newYearRules(now: number): RulesDocument {
  const dDay = addDays(dayKey(now, timeZone, 0), -1)
  const instant = (day: number): string => new Date(startOfDay(addDays(dDay, day), timeZone, 0)).toISOString()
  const phase = (id: Phase['kind'], title: Words, from: number, to: number): Phase => ({ id, kind: id, title, startsAt: instant(from), endsAt: instant(to) })
  return {
    format: 1,
    schedule: {
      timeZone,
      dayCutoffHour: 0,
      startsAt: instant(0),
      endsAt: instant(8),
      phases: [
        phase('preheat', both('预热', 'Warm-up'), -7, 0),
        phase('start', both('启动', 'Launch day'), 0, 1),
        phase('peak', both('高潮', 'Peak'), 1, 8),
        phase('closing', both('收尾', 'Closing'), 8, 15),
      ],
    },
    prizes,
    plays: { 'new-year-draw': draw, points, 'check-in': checkIn, 'final-draw': finalDraw, 'top': board(instant(8)) },
  }
}

const prizes: RulesDocument['prizes'] = {
  earbuds: {
    title: both('品牌降噪耳机', 'Noise-cancelling earbuds'),
    tier: both('一等奖', 'First prize'),
    type: 'physical',
    icon: '🎧',
    stock: 5,
    faceValue: 129_900,
    unitCost: 99_900,
    terms: both('中奖后 7 个工作日内寄出。', 'Shipped within 7 working days.'),
  },
  voucher: {
    title: both('50 元消费券', '¥50 voucher'),
    tier: both('二等奖', 'Second prize'),
    type: 'coupon',
    icon: '🎟️',
    stock: 300,
    faceValue: 5000,
    unitCost: 5000,
    terms: both('满 100 元可用，30 天内有效。', 'For orders from ¥100, within 30 days.'),
  },
  mug: {
    title: both('新年定制保温杯', 'New Year thermos'),
    tier: both('三等奖', 'Third prize'),
    type: 'physical',
    icon: '🍵',
    stock: 100,
    faceValue: 6900,
    unitCost: 2800,
    terms: both('中奖后 7 个工作日内寄出。', 'Shipped within 7 working days.'),
  },
  badge: { title: both('限量新年徽章', 'Limited New Year badge'), type: 'badge', icon: '🏅', stock: 2000, unitCost: 0 },
  trip: {
    title: both('双人新年旅行', 'New Year trip for two'),
    tier: both('终极大奖', 'Grand prize'),
    type: 'physical',
    icon: '✈️',
    stock: 1,
    faceValue: 888_800,
    unitCost: 888_800,
    terms: both('一年内可约，出行日期提前 15 天确认。', 'Valid for a year; book 15 days ahead.'),
  },
}

const points: PointsRules = {
  kind: 'points',
  title: both('福气值', 'Luck points'),
  unit: both('福气值', 'points'),
  phases: ['preheat', 'start', 'peak', 'closing'],
  multipliers: [{ phase: 'start', times: 2 }],
  budget: 5_000_000,
}

const draw: LotteryRules = {
  kind: 'lottery',
  title: both('新年大转盘', 'New Year wheel'),
  phases: ['start', 'peak'],
  slots: [
    { id: 'first', prize: 'earbuds', weightPpm: 1000, capPerVisitor: 1 },
    { id: 'second', prize: 'voucher', weightPpm: 50_000, capPerVisitor: 2 },
    { id: 'third', prize: 'mug', weightPpm: 20_000, capPerVisitor: 1 },
  ],
  chances: { perDay: 1, inAll: null, earned: true },
  winCapPerVisitor: 3,
  outOfStock: 'fallback',
  consolation: { play: 'points', min: 5, max: 50, budget: 1_000_000, title: both('福气红包', 'Lucky points') },
}

const checkIn: CheckInRules = {
  kind: 'check-in',
  title: both('新年打卡', 'New Year check-in'),
  phases: ['preheat', 'start', 'peak'],
  reward: { give: 'points', play: 'points', min: 10, max: 10 },
  streaks: [
    { days: 3, grant: { give: 'chances', play: 'new-year-draw', amount: 1 }, once: true },
    { days: 7, grant: { give: 'prize', prize: 'badge' }, once: true },
  ],
  totals: [{ days: 10, grant: { give: 'chances', play: 'final-draw', amount: 1 } }],
  makeup: { cards: 1, backDays: 3, price: { play: 'points', amount: 30 } },
}

const finalDraw: LotteryRules = {
  kind: 'lottery',
  title: both('终极大奖', 'Grand draw'),
  phases: ['closing'],
  slots: [{ id: 'trip', prize: 'trip', weightPpm: 2000, capPerVisitor: 1 }],
  chances: { perDay: 0, inAll: 1, earned: true },
  outOfStock: 'fallback',
  consolation: { play: 'points', min: 66, max: 188, budget: 500_000, title: both('压岁福气', 'Lucky points') },
}

function board(freezeAt: string): LeaderboardRules {
  return {
    kind: 'leaderboard',
    title: both('福气榜', 'Luck board'),
    feed: { by: 'points', play: 'points' },
    size: 50,
    tie: 'earlier-first',
    freezeAt,
    unit: both('福气值', 'points'),
  }
}
