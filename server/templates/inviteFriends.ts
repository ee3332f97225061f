import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('好友须为新注册用户,每位新用户只计一次。', 'A friend must be new here and counts once.'),
  both('邀请人数由平台核实后上报,约 10 分钟更新。', 'We verify invitations; the board follows within ten minutes.'),
  both('榜单前 10 名获人气奖,同分先到者在前。', 'The top ten win; earlier comes first at equal numbers.'),
])

/** Friends bring friends: a poster with one’s own code, a gift for newcomers, a board that the own backend feeds. */
export const inviteFriends: Template = {
  id: 'invite-friends',
  title: { zh: '邀请有礼', en: 'Invite friends' },
  description: {
    zh: '分享专属海报邀请好友,由你的系统上报人数,实时排名发奖。',
    en: 'Share a poster with your own code; your system reports who came, the board ranks it.',
  },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('邀请有礼', 'Invite friends'),
        locale,
        theme: { preset: 'bloom' },
        share: {
          title: both('我在这儿,快来一起', 'Join me here'),
          description: both('新朋友注册就有礼,你也有奖励。', 'A gift for newcomers, and rewards for you.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('老友带新友', 'Bring a friend'),
          title: both('邀请好友 一起领礼', 'Invite and win'),
          subtitle: both('每邀一位新朋友,两边都有礼', 'A gift for both, every time'),
          showTimes: true,
          benefits: [
            { icon: '💌', text: both('保存专属海报', 'Your poster') },
            { icon: '👭', text: both('好友扫码注册', 'Friends join') },
            { icon: '🏆', text: both('人气榜有大奖', 'Top the board') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('保存我的海报', 'Save my poster'), both('发给好友扫码', 'Share it'), both('看榜领奖', 'Check the board')],
          decor: 'rays',
          canSave: true,
        }),
        widget('countdown', 'countdown', {}),
        shareButton('立即邀请好友', 'Invite now'),
        widget(
          'form',
          'newcomer',
          {
            title: both('我是被邀请来的', 'I was invited'),
            intro: both('填写邀请你的朋友,领取新人礼', 'Name the friend who invited you, and take your gift'),
            button: both('领取新人礼', 'Take my gift'),
          },
          { play: 'newcomer' },
        ),
        widget(
          'leaderboard',
          'board',
          { title: both('邀请榜', 'Who invited most'), rows: 10, hint: both('邀请的新朋友注册后计入', 'Counts once a friend has signed up') },
          { play: 'invites' },
        ),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 15, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'acquire', text: both('用老用户的关系带来真实新用户。', 'Win real newcomers through people who are here.') },
      audience: '活跃老用户及其好友',
      kpis: [
        { metric: 'new_visitors', target: 8000, note: '被邀请注册' },
        { metric: 'k_factor', target: 0.6, note: '人均带来的新用户' },
      ],
      channels: [
        { code: 'poster', name: '专属海报', expectedUv: 10000 },
        { code: 'in-app', name: '首页入口', expectedUv: 15000 },
      ],
      budget: [{ kind: 'prize', title: '新人券与人气奖', planned: 1200000 }],
      tasks: [{ title: '对接邀请数据上报', phase: 'preheat', owner: '技术' }],
      risks: [{ title: '刷量', trigger: '单人 10 分钟内 > 20 人', response: '暂停计入并人工复核,核实后补录。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  coupon: {
    title: both('新人 20 元券', '¥20 voucher'),
    type: 'coupon',
    icon: '🎟️',
    stock: 20_000,
    faceValue: 2000,
    unitCost: 2000,
    terms: both('满 59 元可用,7 天内有效。', 'For orders from ¥59, within 7 days.'),
  },
}

const plays = {
  newcomer: {
    kind: 'form',
    title: both('新人礼', 'Newcomer’s gift'),
    every: 'once',
    limit: 20_000,
    reward: { give: 'prize', prize: 'coupon' },
    fields: [
      { id: 'friend', type: 'text', label: both('谁邀请了你(昵称或邀请码)', 'Who invited you (name or code)'), required: true, maxLength: 40, personal: true },
      { id: 'phone', type: 'phone', label: both('注册手机号', 'Your phone number'), required: true },
      { id: 'consent', type: 'consent', label: both('我同意用以上信息核对邀请关系', 'These details may be used to verify the invitation'), required: true },
    ],
  } satisfies FormRules,
  invites: {
    kind: 'leaderboard',
    title: both('邀请榜', 'Invitations'),
    feed: { by: 'backend' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('人', 'friends'),
  } satisfies LeaderboardRules,
}
