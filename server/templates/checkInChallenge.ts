import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每天打卡一次,零点换日。', 'One check-in a day; days turn at midnight.'),
  both('连续 7 天得坚持徽章;累计 21 天得完成礼。', 'A badge for 7 days in a row, a gift for 21 in all.'),
  both('有 2 张补签卡,可补最近 3 天。', 'Two make-up cards, for the last three days.'),
])

/** A habit in three weeks: one check-in a day, rewards for streaks and for the whole. */
export const checkInChallenge: Template = {
  id: 'check-in-challenge',
  title: { zh: '21 天打卡挑战', en: '21-day challenge' },
  description: { zh: '每天打卡养成习惯:连续与累计奖励、补签、坚持榜。', en: 'A habit in 21 days: streaks, totals, make-up days and a board.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('21 天打卡挑战', '21-day challenge'),
        locale,
        theme: { preset: 'fresh' },
        share: {
          title: both('一起坚持 21 天', 'Keep it up for 21 days'),
          description: both('每天一分钟打卡,坚持就有奖励。', 'One minute a day, and rewards for keeping on.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('习惯养成营', 'Habit camp'),
          title: both('21 天打卡挑战', '21-day challenge'),
          subtitle: both('每天一分钟,坚持看得见', 'A minute a day, and it shows'),
          showTimes: true,
          benefits: [
            { icon: '🌱', text: both('每天打卡得能量', 'Energy daily') },
            { icon: '🔥', text: both('连续 7 天得徽章', 'Badge at 7') },
            { icon: '🎁', text: both('满 21 天得大礼', 'Gift at 21') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('每天来打卡', 'Check in daily'), both('攒能量上榜', 'Climb the board'), both('满期领大礼', 'Collect your gift')],
          decor: 'none',
          canSave: true,
        }),
        widget('check-in-calendar', 'calendar', { title: both('今天打卡了吗', 'Checked in today?') }, { play: 'check-in', motion: { enter: 'rise' } }),
        widget('points-balance', 'points', { title: both('我的能量', 'My energy') }, { play: 'energy' }),
        widget(
          'leaderboard',
          'board',
          { title: both('坚持榜', 'Who keeps on'), rows: 10, hint: both('打卡得能量,马上上榜', 'Check in to get on the board') },
          { play: 'top' },
        ),
        shareButton('邀请朋友一起坚持', 'Ask a friend along'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 22, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'retain', text: both('用 21 天让新用户养成每天打开的习惯。', 'Make opening every day a habit within 21 days.') },
      audience: '近 30 天注册、周活跃不足 3 天的用户',
      kpis: [
        { metric: 'dau', baseline: 10000, target: 12000, note: '活动期间日活' },
        { metric: 'completion', target: 0.3, note: '满 21 天人数 ÷ 参与人数' },
      ],
      channels: [
        { code: 'in-app', name: '站内信与推送', expectedUv: 12000 },
        { code: 'group', name: '学习群', expectedUv: 3000 },
      ],
      budget: [
        { kind: 'prize', title: '完成礼与徽章', planned: 600000 },
        { kind: 'promo', title: '海报与推送', planned: 150000 },
      ],
      tasks: [{ title: '群内每日打卡提醒与领读', phase: 'peak', owner: '运营' }],
      risks: [{ title: '中途流失', trigger: '第 5 天打卡率 < 50%', response: '发补签卡并推送提醒。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  badge: { title: both('坚持徽章', 'Badge of persistence'), type: 'badge', icon: '🏅', stock: 5000, unitCost: 0 },
  gift: {
    title: both('完成礼:定制笔记本', 'Gift: a notebook'),
    type: 'physical',
    icon: '📒',
    stock: 500,
    unitCost: 1500,
    terms: both('填写地址后 7 个工作日内寄出。', 'Shipped within 7 working days.'),
  },
}

const plays = {
  'energy': { kind: 'points', title: both('能量', 'Energy'), unit: both('能量', 'Energy'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  'check-in': {
    kind: 'check-in',
    title: both('每日打卡', 'Daily check-in'),
    reward: { give: 'points', play: 'energy', min: 10, max: 10 },
    streaks: [{ days: 7, grant: { give: 'prize', prize: 'badge' }, once: true }],
    totals: [{ days: 21, grant: { give: 'prize', prize: 'gift' } }],
    makeup: { cards: 2, backDays: 3, price: { play: 'energy', amount: 30 } },
  } satisfies CheckInRules,
  'top': {
    kind: 'leaderboard',
    title: both('坚持榜', 'Board'),
    feed: { by: 'points', play: 'energy' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('能量', 'energy'),
  } satisfies LeaderboardRules,
}
