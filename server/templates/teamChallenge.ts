import { pageOf } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每队 3 人,由队长报名,一人只能在一队。', 'Three a team, signed up by its captain; one team a person.'),
  both('每人每天打卡得 20 战力,全队合计为战队分。', '20 power a check-in; a team’s score is their sum.'),
  both('战队榜前三名瓜分奖金,同分先到者在前。', 'The top three share the prize; earlier comes first at equal scores.'),
])

/** Teams of three check in and add their points up. */
export const teamChallenge: Template = {
  id: 'team-challenge',
  title: { zh: '小组 PK 赛', en: 'Team challenge' },
  description: { zh: '组队报名、每日打卡攒分、战队榜实时比拼。', en: 'Sign a team up, check in for points, compete on the board.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('小组 PK 赛', 'Team challenge'),
        locale,
        theme: { preset: 'sale' },
        share: {
          title: both('来我的小组一起赢', 'Join my team'),
          description: both('组队打卡攒分,战队榜前三有奖。', 'Check in as a team; the top three win.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('战队集结', 'Teams, assemble'),
          title: both('小组 PK 赛', 'Team challenge'),
          subtitle: both('三人成队,打卡攒分赢大奖', 'Three a team, points for all'),
          showTimes: true,
          benefits: [
            { icon: '🤝', text: both('3 人组一队', 'Teams of 3') },
            { icon: '⚡', text: both('打卡得战力', 'Power daily') },
            { icon: '🏆', text: both('前三瓜分大奖', 'Top 3 share') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('队长报名', 'Sign up'), both('每天打卡攒战力', 'Check in daily'), both('登上战队榜', 'Climb the board')],
          decor: 'rays',
          canSave: true,
        }),
        widget('form', 'team', { title: both('队长报名', 'Sign your team up'), button: both('提交报名', 'Sign up') }, { play: 'team' }),
        widget('check-in-calendar', 'calendar', { title: both('今日打卡', 'Today’s check-in') }, { play: 'check-in' }),
        widget('points-balance', 'points', { title: both('我的战力', 'My power') }, { play: 'power' }),
        widget(
          'leaderboard',
          'teams',
          { title: both('战队榜', 'Teams'), rows: 10, hint: both('队员战力合计,每 10 分钟更新', 'The sum of a team’s power, every ten minutes') },
          { play: 'teams' },
        ),
        widget(
          'leaderboard',
          'board',
          { title: both('个人榜', 'People'), rows: 5, hint: both('打卡得战力,马上上榜', 'Check in to get on the board') },
          { play: 'top' },
        ),
        shareButton('喊队友来打卡', 'Call your team'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 11, { plays }),
  plan: () =>
    planFor({
      goal: { type: 'activate', text: both('用小组的互相督促提高完成率。', 'Let teams keep each other going.') },
      audience: '社群成员与学员',
      kpis: [
        { metric: 'teams', target: 200, note: '报名战队' },
        { metric: 'completion', target: 0.45, note: '打满 7 天的队员比例' },
      ],
      channels: [{ code: 'group', name: '社群', expectedUv: 4000 }],
      budget: [{ kind: 'prize', title: '前三名奖金', planned: 500000 }],
      tasks: [{ title: '汇总战队分并上报', phase: 'peak', owner: '运营' }],
      risks: [{ title: '队员掉线', trigger: '连续 2 天未打卡', response: '提醒队长,允许换人一次。' }],
    }),
}

const plays = {
  'power': { kind: 'points', title: both('战力', 'Power'), unit: both('战力', 'Power'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  'team': {
    kind: 'form',
    title: both('战队报名', 'Teams'),
    every: 'once',
    limit: 500,
    reward: null,
    fields: [
      { id: 'team', type: 'text', label: both('队名', 'Team name'), required: true, maxLength: 20 },
      { id: 'members', type: 'text', label: both('三位队员的昵称', 'The three members'), required: true, maxLength: 80, personal: true },
      { id: 'phone', type: 'phone', label: both('队长手机号', 'Captain’s phone'), required: true },
      { id: 'consent', type: 'consent', label: both('我同意用以上信息联系参赛', 'These details may be used for the challenge'), required: true },
    ],
  } satisfies FormRules,
  'check-in': {
    kind: 'check-in',
    title: both('战队打卡', 'Check-in'),
    reward: { give: 'points', play: 'power', min: 20, max: 20 },
    streaks: [{ days: 5, grant: { give: 'points', play: 'power', min: 50, max: 50 }, once: true }],
    totals: [],
    makeup: { cards: 1, backDays: 1, price: { play: 'power', amount: 40 } },
  } satisfies CheckInRules,
  'teams': {
    kind: 'leaderboard',
    title: both('战队榜', 'Teams'),
    feed: { by: 'backend' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('战力', 'power'),
  } satisfies LeaderboardRules,
  'top': {
    kind: 'leaderboard',
    title: both('个人榜', 'People'),
    feed: { by: 'points', play: 'power' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('战力', 'power'),
  } satisfies LeaderboardRules,
}
