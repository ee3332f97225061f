import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import { both, costOf, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { band, blend, pair } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('好友须为新注册用户,每位新用户只计一次。', 'A friend must be new here and counts once.'),
  both('新人提交后得 20 元券一张,共 3000 张,领完即止。', 'A newcomer who sends the form gets a ¥20 voucher; 3,000 in all, while they last.'),
  both(
    '邀请人数由主办方核实后计入邀请榜,人数相同先到者在前。',
    'The organiser verifies invitations and enters them on the board; earlier comes first at equal numbers.',
  ),
  both('活动结束时邀请榜前 10 名得人气奖,由主办方联系发放。', 'The top ten of the board at the end win a prize; the organiser gets in touch with them.'),
])

/** Friends bring friends: a poster with one’s own code, a gift for newcomers, a board that the own backend feeds. */
export const inviteFriends: Template = {
  id: 'invite-friends',
  title: { zh: '邀请有礼', en: 'Invite friends' },
  description: {
    zh: '分享专属海报邀请好友:新人领券,由你的系统上报人数并排名。',
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
          description: both('新朋友领 20 元券,邀请榜前十有奖。', 'A ¥20 voucher for newcomers, prizes for the top ten.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('老友带新友', 'Together'),
          title: both('邀好友领好券', 'Bring a friend'),
          subtitle: both('新朋友领券,你冲邀请榜', 'A voucher for them, the board for you'),
          showTimes: true,
          benefits: [],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('保存我的海报', 'Save my poster'), both('发给好友扫码', 'Share it'), both('看榜领奖', 'Check the board')],
          decor: 'none',
          canSave: true,
        }),
        pair(
          'gains',
          { icon: '🎟️', title: both('好友得 20 元券', 'They get ¥20'), text: both('共 3000 张,领完即止', '3,000 in all, while they last') },
          { icon: '🏆', title: both('你上邀请榜', 'You climb'), text: both('前 10 名得人气奖', 'The top ten win a prize') },
        ),
        shareButton('立即邀请好友', 'Invite now'),
        widget('countdown', 'countdown', {}),
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
        band(
          'top',
          { gradient: blend(160, '#c2185b', '#8e1248'), padding: { top: 20, bottom: 8 }, margin: { bottom: 16 } },
          widget('text', 'top-title', { text: both('谁最有号召力', 'Who brings the most'), level: 'heading', align: 'center', colour: '#ffffff' }),
          widget(
            'leaderboard',
            'board',
            { title: both('邀请榜', 'Who invited most'), rows: 10, hint: both('邀请的新朋友核实后计入', 'Counts once a friend has been verified') },
            { play: 'invites' },
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
        { metric: 'new_visitors', target: 3000, note: t('被邀请注册', 'Joined by invitation') },
        { metric: 'k_factor', target: 0.6, note: t('人均带来的新用户', 'Newcomers a person brings') },
      ],
      channels: [
        { code: 'poster', name: t('专属海报', 'Personal posters'), expectedUv: 10000 },
        { code: 'in-app', name: t('首页入口', 'Home page'), expectedUv: 15000 },
      ],
      budget: [
        { kind: 'prize', title: t('新人券', 'Newcomers’ vouchers'), planned: costOf(prizes) },
        { kind: 'prize', title: t('邀请榜前 10 名人气奖', 'Prizes of the top ten'), planned: 200000 },
      ],
      tasks: [
        { title: t('对接邀请数据上报', 'Connect the figures of invitations'), phase: 'preheat', owner: t('技术', 'Engineering') },
        { title: t('联系前 10 名发放人气奖', 'Get in touch with the top ten'), phase: 'closing', owner: t('客服', 'Support') },
      ],
      risks: [
        {
          title: t('刷量', 'Faked invitations'),
          trigger: t('单人 10 分钟内 > 20 人', 'More than 20 by one person in ten minutes'),
          response: t('暂停计入并人工复核,核实后补录。', 'Stop counting, look into it, enter what was real.'),
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
    terms: both('满 59 元可用,7 天内有效。', 'For orders from ¥59, within 7 days.'),
  },
}

const plays = {
  newcomer: {
    kind: 'form',
    title: both('新人礼', 'Newcomer’s gift'),
    every: 'once',
    limit: 3000,
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
