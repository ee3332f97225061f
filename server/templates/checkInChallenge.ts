import type { RulesDocument } from '../../schemas/rules'
import { pageOf, type Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { PointsRules } from '../../widgets/points/rules'
import { both, costOf, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { blend, hero, line, pair, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每天打卡一次，零点换日。', 'One check-in a day; days turn at midnight.'),
  both('每次打卡得 10 能量。能量决定坚持榜的名次，也可换补签。', 'A check-in is 10 energy, which ranks you on the board and buys make-ups.'),
  both(
    '连续 7 天得坚持徽章，一人一枚，共 5000 枚；累计 21 天得笔记本一本，共 500 本。发完即止。',
    'Seven days in a row earn the badge, once (5,000 in all); 21 days in all earn a notebook (500 in all). While they last.',
  ),
  both(
    '漏打可补最近 3 天：先用 2 张补签卡，用完后每次 30 能量。补签不得能量。',
    'The last three days can be made up: two cards first, then 30 energy each. A made-up day earns no energy.',
  ),
])

/** A habit in three weeks: one check-in a day, rewards for streaks and for the whole. */
export const checkInChallenge: Template = {
  id: 'check-in-challenge',
  title: { zh: '21 天打卡挑战', en: '21-day challenge' },
  description: { zh: '每天打卡养成习惯：连续与累计奖励、补签、坚持榜。', en: 'A habit in 21 days: streaks, totals, make-up days and a board.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('21 天打卡挑战', '21-day challenge'),
        locale,
        theme: { preset: 'fresh' },
        share: {
          title: both('一起坚持 21 天', 'Keep it up for 21 days'),
          description: both('每天一分钟打卡，坚持就有奖励。', 'One minute a day, and rewards for keeping on.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget('countdown', 'countdown', {}),
        widget('check-in-calendar', 'calendar', { title: both('今天打卡了吗', 'Checked in today?') }, { play: 'check-in', motion: { enter: 'rise' } }),
        pair(
          'energy-for',
          { icon: '📈', title: both('能量上榜', 'Energy ranks'), text: both('每次打卡 +10，坚持榜见', '+10 a check-in, shown on the board') },
          { icon: '🩹', title: both('能量补签', 'Energy mends'), text: both('卡用完后 30 能量补一天', '30 make up a day once cards are used') },
        ),
        widget('points-balance', 'points', { title: both('我的能量', 'My energy') }, { play: 'energy' }),
        widget(
          'leaderboard',
          'board',
          { title: both('坚持榜', 'Who keeps on'), rows: 10, hint: both('打卡得能量，马上上榜', 'Check in to get on the board') },
          { play: 'top' },
        ),
        shareButton('邀请朋友一起坚持', 'Ask a friend along'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 22, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'retain', text: t('用 21 天让新用户养成每天打开的习惯。', 'Make opening every day a habit within 21 days.') },
      audience: t('近 30 天注册、周活跃不足 3 天的用户', 'People who joined in the last 30 days and come less than three days a week'),
      kpis: [
        { metric: 'dau', baseline: 10000, target: 12000, note: t('活动期间日活', 'Daily actives while it runs') },
        { metric: 'completion', target: 0.3, note: t('满 21 天人数 ÷ 参与人数', 'Those with 21 days ÷ all who began') },
      ],
      channels: [
        { code: 'in-app', name: t('站内信与推送', 'Inbox and notices'), expectedUv: 12000 },
        { code: 'group', name: t('学习群', 'Study groups'), expectedUv: 3000 },
      ],
      budget: [
        { kind: 'prize', title: t('完成礼与徽章', 'Gifts and badges'), planned: costOf(prizes) },
        { kind: 'promo', title: t('海报与推送', 'Posters and notices'), planned: 150000 },
      ],
      tasks: [{ title: t('群内每日打卡提醒与领读', 'A reminder in the groups every day'), phase: 'peak', owner: t('运营', 'Operations') }],
      risks: [
        {
          title: t('中途流失', 'People drop out'),
          trigger: t('第 5 天打卡率 < 50%', 'Under 50 % check in on day 5'),
          response: t('推送提醒还能补签，并公布坚持榜。', 'Remind them that days can be made up, and show the board.'),
        },
      ],
    })),
}

const opening = hero(
  476,
  { gradient: blend(160, '#06604a', '#0a7a5a', '#14946b') },
  line('title', [24, 78, 327, 58], both('21 天打卡挑战', '21-day challenge'), { level: 'display', size: 30, colour: '#ffffff' }, { motion: { enter: 'rise' } }),
  line('sub', [24, 138, 327, 34], both('每天一分钟，坚持看得见', 'A minute a day, and it shows'), { size: 16, colour: '#e3fff4' }),
  tap(
    'go',
    [24, 392, 327, 54],
    both('今天就打卡', 'Check in today'),
    [{ do: 'scroll', target: 'calendar' }],
    { look: 'accent', size: 17, shadow: 'lifted' },
    { motion: { loop: 'pulse' } },
  ),
  line('kicker', [24, 42, 150, 30], both('习惯养成营', 'Habit camp'), { size: 14, colour: '#ffe3a3', spacing: 1 }),
  shape('sheet', [16, 196, 343, 172], { background: '#ffffff', radius: 24, shadow: 'lifted' }),
  shape('path', [72, 252, 231, 4], { background: '#ffc857' }),
  ...milestone('day', 16, '🌱', both('每天', 'Every day'), both('+10 能量', '+10 energy')),
  ...milestone('week', 131, '🏅', both('连续 7 天', '7 in a row'), both('坚持徽章', 'A badge')),
  ...milestone('whole', 246, '📒', both('累计 21 天', '21 in all'), both('笔记本一本', 'A notebook')),
  line('ghost', [104, 14, 270, 130], '21', { align: 'right', size: 120, lineHeight: 1, colour: '#ffffff24', level: 'heading', padding: { right: 8 } }),
)

/** One of three stations on the way, a third of the sheet wide. */
function milestone(id: string, x: number, icon: string, when: Words, what: Words): readonly Sketch[] {
  const middle = { align: 'center', size: 14 }
  return [
    line(`${id}-when`, [x + 2, 296, 109, 28], when, { ...middle, level: 'heading', colour: '#12352c' }),
    line(`${id}-what`, [x + 2, 324, 109, 28], what, { ...middle, colour: '#0a7a5a' }),
    line(`${id}-icon`, [x + 28, 234, 56, 44], icon, { align: 'center', size: 28, lineHeight: 1.4 }),
    shape(`${id}-disc`, [x + 28, 226, 56, 56], { background: '#eaf6f1', radius: 99, border: { width: 3, colour: '#ffc857' } }),
  ]
}

const prizes: RulesDocument['prizes'] = {
  badge: { title: both('坚持徽章', 'Badge of persistence'), type: 'badge', icon: '🏅', stock: 5000, unitCost: 0 },
  gift: {
    title: both('完成礼：定制笔记本', 'Gift: a notebook'),
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
