import { pageOf } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { PointsRules } from '../../widgets/points/rules'
import type { TeamRules } from '../../widgets/team/teamSchema'
import { both, planFor, rulesFor, rulesPopup } from './parts'
import { hero, line, pair, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both(
    '每队 3 人：组建战队后把链接或战队码发给队友，一人只能在一支战队。得分前可以退出。',
    'Three a team: found one and send its link or code on. One team a person; you may leave before you score.',
  ),
  both('满员时每位队员得 30 战力。', 'When a team is full each member gets 30 power.'),
  both('每人每天打卡得 20 战力，首次连续 5 天再得 50 战力。', 'A check-in is 20 power; the first five days in a row add 50.'),
  both(
    '漏打可补昨天：先用 1 张补签卡，之后每次 40 战力。补签不得战力。',
    'Yesterday can be made up: one card first, then 40 power. A made-up day earns no power.',
  ),
  both(
    '战队分为队员入队后赢得的战力之和，实时累计（战队奖励不计）；达到 200 分每位队员得 50 战力，达到 500 分再得 150 战力。',
    'A team’s score is the power its members win from joining on, added up at once (rewards of the team aside). At 200 each member gets 50 power, at 500 another 150.',
  ),
  both(
    '活动结束时战队榜前三名瓜分奖金，由主办方联系发放，同分先到者在前。队名须文明，违规战队取消资格。',
    'The top three teams at the end share the prize money, handed out by the organiser; earlier comes first at equal scores. Offensive names are struck off.',
  ),
])

/** Teams of three find each other by a link, check in, and have their points added up. */
export const teamChallenge: Template = {
  id: 'team-challenge',
  title: { zh: '小组 PK 赛', en: 'Team challenge' },
  description: {
    zh: '链接组队、每日打卡攒分、达标全队有奖，战队榜实时比拼。',
    en: 'Team up by a link, check in for points, reach goals together, climb a live board.',
  },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('小组 PK 赛', 'Team challenge'),
        locale,
        theme: { preset: 'sale', tokens: arena },
        share: {
          title: both('来我的小组一起赢', 'Join my team'),
          description: both('点开就能加入，三人成队，一起打卡。', 'One tap to join: three a team, check in together.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget('countdown', 'countdown', {}),
        widget('team-card', 'team', { title: both('我的战队', 'My team') }, { play: 'teams' }),
        widget('check-in-calendar', 'calendar', { title: both('今日打卡', 'Today’s check-in') }, { play: 'check-in' }),
        pair(
          'power',
          { icon: '⚡', title: both('打卡 +20', '+20 a day'), text: both('每人每天一次', 'Once a day for everybody') },
          { icon: '🔥', title: both('连续 5 天 +50', '+50 for five'), text: both('首次达成发放', 'For the first five in a row') },
        ),
        widget('points-balance', 'points', { title: both('我的战力', 'My power') }, { play: 'power' }),
        widget('team-board', 'teams', { title: both('战队榜', 'Teams'), rows: 10 }, { play: 'teams' }),
        widget(
          'leaderboard',
          'board',
          { title: both('个人榜', 'People'), rows: 5, hint: both('打卡得战力，马上上榜', 'Check in to get on the board') },
          { play: 'top' },
        ),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 11, { plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'activate', text: t('用小组的互相督促提高完成率。', 'Let teams keep each other going.') },
      audience: t('社群成员与学员', 'Members of our groups, and learners'),
      kpis: [
        { metric: 'teams', target: 200, note: t('组建战队', 'Teams founded') },
        { metric: 'completion', target: 0.45, note: t('打满 7 天的队员比例', 'Members with seven days') },
      ],
      channels: [{ code: 'group', name: t('社群', 'Groups'), expectedUv: 4000 }],
      budget: [{ kind: 'prize', title: t('前三名奖金', 'Prize money of the top three'), planned: 500000 }],
      tasks: [
        { title: t('每天巡查队名', 'Look over the names of teams every day'), phase: 'peak', owner: t('运营', 'Operations') },
        { title: t('核对前三名并发放奖金', 'Verify the top three and pay the prize money'), phase: 'closing', owner: t('运营', 'Operations') },
      ],
      risks: [
        {
          title: t('队员掉线', 'A member drops out'),
          trigger: t('连续 2 天未打卡', 'No check-in for two days'),
          response: t('提醒队友互相督促，发公告带话题。', 'Let team mates remind each other; post a notice.'),
        },
      ],
    })),
}

/** Two colours against each other on a dark floor. */
const arena = {
  'color.page': '#140f33',
  'color.backdrop': 'linear-gradient(#1f1750, #140f33 50%, #0d0a24)',
  'color.onPage': '#f4f1ff',
  'color.primary': '#c7223a',
  'color.onPrimary': '#ffffff',
  'radius.card': '14px',
}

const opening = hero(
  500,
  {
    gradient: {
      kind: 'linear',
      angle: 112,
      stops: [
        { colour: '#e0304a', at: 0 },
        { colour: '#9c1330', at: 49 },
        { colour: '#ffd60a', at: 49 },
        { colour: '#ffd60a', at: 51 },
        { colour: '#1b3fb0', at: 51 },
        { colour: '#2f6bff', at: 100 },
      ],
    },
  },
  line('title', [28, 52, 319, 66], both('小组 PK 赛', 'Team challenge'), {
    level: 'display',
    align: 'center',
    size: 34,
    colour: '#ffffff',
    background: '#140f33',
    radius: 14,
    padding: { top: 6, bottom: 6 },
    shadow: 'lifted',
  }),
  line('sub', [60, 128, 255, 36], both('三人成队，打卡攒战力', 'Three a team, power for all'), {
    align: 'center',
    size: 15,
    colour: '#ffffff',
    background: '#140f33cc',
    radius: 99,
    padding: { top: 4, bottom: 4 },
  }),
  tap(
    'go',
    [40, 416, 295, 54],
    both('马上组队', 'Team up now'),
    [{ do: 'scroll', target: 'team' }],
    { look: 'accent', size: 17, shadow: 'lifted' },
    { motion: { loop: 'pulse' } },
  ),
  line('red', [20, 200, 130, 110], '🦁', { align: 'center', size: 76, lineHeight: 1.2 }, { motion: { enter: 'slide' } }),
  line('blue', [225, 244, 130, 110], '🐬', { align: 'center', size: 76, lineHeight: 1.2 }, { motion: { enter: 'right' } }),
  line('versus', [145, 244, 84, 58], 'VS', { level: 'display', align: 'center', size: 36, lineHeight: 1.3, colour: '#4a2b00' }),
  shape(
    'versus-disc',
    [143, 224, 88, 88],
    { background: '#ffd60a', radius: 99, border: { width: 5, colour: '#140f33' }, shadow: 'lifted' },
    { motion: { enter: 'zoom' } },
  ),
  line('red-name', [20, 314, 130, 34], both('红队', 'Red'), { align: 'center', size: 17, level: 'heading', colour: '#ffffff' }),
  line('blue-name', [225, 356, 130, 34], both('蓝队', 'Blue'), { align: 'center', size: 17, level: 'heading', colour: '#ffffff' }),
)

const power = (n: number) => ({ give: 'points', play: 'power', min: n, max: n }) as const

const plays = {
  'power': { kind: 'points', title: both('战力', 'Power'), unit: both('战力', 'Power'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  'check-in': {
    kind: 'check-in',
    title: both('战队打卡', 'Check-in'),
    reward: { give: 'points', play: 'power', min: 20, max: 20 },
    streaks: [{ days: 5, grant: { give: 'points', play: 'power', min: 50, max: 50 }, once: true }],
    totals: [],
    makeup: { cards: 1, backDays: 1, price: { play: 'power', amount: 40 } },
  } satisfies CheckInRules,
  'teams': {
    kind: 'team',
    title: both('战队', 'Teams'),
    capacity: 3,
    canLeave: true,
    score: { by: 'points', play: 'power' },
    unit: both('战力', 'power'),
    size: 50,
    full: power(30),
    goals: [
      { score: 200, grant: power(50) },
      { score: 500, grant: power(150) },
    ],
  } satisfies TeamRules,
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
