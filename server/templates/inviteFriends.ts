import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { InviteRules } from '../../widgets/invite/inviteSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, costOf, planFor, rulesFor, rulesPopup } from './parts'
import { band, blend, pair } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both(
    '把你的专属链接或二维码发给好友。好友第一次打开谁的链接就算谁邀请的，之后不变。',
    'Send your own link or QR code. A friend belongs to the first link they open, and that stays so.',
  ),
  both(
    '好友须是没参加过本活动的新朋友，7 天内签到一次后计入；未计入前双方都没有奖励。',
    'A friend must be new here and counts after one check-in within seven days. Nobody earns anything before.',
  ),
  both(
    '每计入 1 位，你得 50 友情值，每天最多 10 位、总共最多 50 位；好友得 20 元券一张，共 3000 张，领完即止。',
    'Each friend who counts earns you 50 heart points, for ten a day and fifty in all at most. The friend gets a ¥20 voucher; 3,000 in all, while they last.',
  ),
  both(
    '邀满 1、3、5 位，分别再得 1 次抽奖、3 次抽奖、暖心礼盒一份（共 200 份，发完即止）。',
    'With one, three and five friends you also get one draw, three draws and a gift box (200 in all, while they last).',
  ),
  both('每日签到得 1 次抽奖机会，概率见转盘下方。', 'A check-in is one draw; the odds are told under the wheel.'),
  both(
    '邀请榜按友情值排名，同分先到者在前；活动结束时前 10 名得人气奖，由主办方联系发放。刷量、虚假账号取消资格。',
    'The board ranks by heart points; earlier comes first at equal scores. The top ten at the end win a prize; the organiser gets in touch. Faked accounts are struck off.',
  ),
])

/** Friends bring friends: a link of one’s own, a gift for newcomers who take part, steps and a board for those who bring them. */
export const inviteFriends: Template = {
  id: 'invite-friends',
  title: { zh: '邀请有礼', en: 'Invite friends' },
  description: {
    zh: '专属链接和二维码邀请好友：好友参与后双方有礼，阶梯奖励、邀请榜自动结算。',
    en: 'A link and QR code of one’s own: both win once a friend takes part; steps and board settle themselves.',
  },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('邀请有礼', 'Invite friends'),
        locale,
        theme: { preset: 'bloom' },
        share: {
          title: both('我在这儿，快来一起', 'Join me here'),
          description: both('新朋友签到就领 20 元券，还能抽奖。', 'Check in for a ¥20 voucher, and a draw.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('老友带新友', 'Together'),
          title: both('邀好友领好券', 'Bring a friend'),
          subtitle: both('TA 签到，你俩都有礼', 'They check in, you both win'),
          showTimes: true,
          benefits: [],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('发出我的链接', 'Send my link'), both('好友签到一次', 'A friend checks in'), both('双方到账', 'Both are paid')],
          decor: 'none',
          canSave: true,
        }),
        widget('invite-welcome', 'welcome', { text: both('邀请好友，一起领券抽大奖', 'Bring friends, win together') }, { play: 'friends' }),
        widget('invite-card', 'invite', { title: both('我的邀请', 'My invitations') }, { play: 'friends' }),
        pair(
          'gains',
          { icon: '🎟️', title: both('好友得 20 元券', 'They get ¥20'), text: both('签到一次即得', 'For one check-in') },
          { icon: '💗', title: both('你得 50 友情值', 'You get 50 hearts'), text: both('邀满 5 位送礼盒', 'And a box for five') },
        ),
        widget('check-in-calendar', 'sign', { title: both('每日签到', 'Daily check-in') }, { play: 'sign' }),
        widget('lottery-wheel', 'wheel', { title: both('好友转盘', 'The friends’ wheel') }, { play: 'draw' }),
        widget('lottery-prizes', 'mine', { title: both('我的奖品', 'My prizes') }, { play: 'draw' }),
        widget('countdown', 'countdown', {}),
        band(
          'top',
          { gradient: blend(160, '#c2185b', '#8e1248'), padding: { top: 20, bottom: 8 }, margin: { bottom: 16 } },
          widget('text', 'top-title', { text: both('谁最有号召力', 'Who brings the most'), level: 'heading', align: 'center', colour: '#ffffff' }),
          widget(
            'leaderboard',
            'board',
            { title: both('邀请榜', 'Who invited most'), rows: 10, hint: both('好友计入后马上上榜', 'You are on it once a friend counts') },
            { play: 'top-inviters' },
          ),
        ),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 15, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'acquire', text: t('用老用户的关系带来真实新用户。', 'Win real newcomers through people who are here.') },
      audience: t('活跃老用户及其好友', 'Active people and their friends'),
      kpis: [
        { metric: 'new_visitors', target: 3000, note: t('被邀请的新朋友', 'Newcomers who were invited') },
        { metric: 'fission_ratio', target: 0.4, note: t('每位老用户带来的新用户', 'Newcomers each person brings') },
        { metric: 'qual_rate', target: 0.5, note: t('接受邀请的人中 7 天内签到的', 'Of those invited, who check in within seven days') },
      ],
      channels: [
        { code: 'poster', name: t('专属海报', 'Personal posters'), expectedUv: 10000 },
        { code: 'in-app', name: t('首页入口', 'Home page'), expectedUv: 15000 },
      ],
      budget: [
        { kind: 'prize', title: t('新人券、礼盒与转盘奖品', 'Vouchers, gift boxes and the wheel'), planned: costOf(prizes) },
        { kind: 'prize', title: t('邀请榜前 10 名人气奖', 'Prizes of the top ten'), planned: 200000 },
      ],
      tasks: [
        { title: t('两部手机走完邀请全程', 'Invite from one phone to another, start to end'), phase: 'preheat', owner: t('测试', 'Testing') },
        { title: t('联系前 10 名发放人气奖', 'Get in touch with the top ten'), phase: 'closing', owner: t('客服', 'Support') },
      ],
      risks: [
        {
          title: t('刷量', 'Faked invitations'),
          trigger: t('单人一天计入 10 位', 'Ten friends of one person count in a day'),
          response: t('查流水核对，异常者撤销奖品并移出榜单。', 'Look into the journal; revoke prizes and strike off who faked.'),
        },
      ],
    })),
}

const prizes: RulesDocument['prizes'] = {
  coupon: {
    title: both('新人 20 元券', '¥20 voucher'),
    type: 'coupon',
    icon: '🎟️',
    stock: 3000,
    faceValue: 2000,
    unitCost: 2000,
    terms: both('满 59 元可用，7 天内有效。', 'For orders from ¥59, within 7 days.'),
  },
  box: {
    title: both('暖心礼盒', 'Gift box'),
    type: 'physical',
    icon: '🎁',
    stock: 200,
    faceValue: 9900,
    unitCost: 6000,
    terms: both('主办方在 7 个工作日内联系寄送。', 'The organiser gets in touch within seven working days.'),
  },
  five: {
    title: both('5 元红包券', '¥5 voucher'),
    type: 'coupon',
    icon: '🧧',
    stock: 2000,
    faceValue: 500,
    unitCost: 500,
    terms: both('满 20 元可用，7 天内有效。', 'For orders from ¥20, within 7 days.'),
  },
}

const hearts = (n: number) => ({ give: 'points', play: 'hearts', min: n, max: n }) as const
const draws = (amount: number) => ({ give: 'chances', play: 'draw', amount }) as const

const plays = {
  'hearts': { kind: 'points', title: both('友情值', 'Hearts'), unit: both('友情值', 'hearts'), multipliers: [], budget: 500_000 } satisfies PointsRules,
  'friends': {
    kind: 'invite',
    title: both('邀请好友', 'Invitations'),
    qualify: { by: 'acts', plays: ['sign'], acts: 1, days: 7 },
    newOnly: true,
    reward: hearts(50),
    gift: { give: 'prize', prize: 'coupon' },
    perDay: 10,
    inAll: 50,
    rungs: [
      { friends: 1, grant: draws(1) },
      { friends: 3, grant: draws(3) },
      { friends: 5, grant: { give: 'prize', prize: 'box' } },
    ],
  } satisfies InviteRules,
  'sign': {
    kind: 'check-in',
    title: both('每日签到', 'Daily check-in'),
    reward: draws(1),
    streaks: [],
    totals: [],
    makeup: null,
  } satisfies CheckInRules,
  'draw': {
    kind: 'lottery',
    title: both('好友转盘', 'Friends’ wheel'),
    slots: [
      { id: 'box', prize: 'box', weightPpm: 5_000, capPerVisitor: 1 },
      { id: 'five', prize: 'five', weightPpm: 300_000 },
      { id: 'coupon', prize: 'coupon', weightPpm: 45_000, capPerVisitor: 1 },
      { id: 'none', prize: null, weightPpm: 650_000, title: both('谢谢参与', 'No win'), icon: '🍀' },
    ],
    chances: { perDay: 0, inAll: null, earned: true },
    outOfStock: 'no-win',
  } satisfies LotteryRules,
  'top-inviters': {
    kind: 'leaderboard',
    title: both('邀请榜', 'Invitations'),
    feed: { by: 'points', play: 'hearts' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('友情值', 'hearts'),
  } satisfies LeaderboardRules,
}
