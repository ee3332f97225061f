import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('预约成功后凭手机号接收开播提醒。', 'You will be reminded by text message.'),
  both('福袋每人每天可抽一次,直播期间开放。', 'One draw a day, while the class runs.'),
  both('资料在预约成功后可见。', 'Material is shown once you have booked.'),
])

/** Sign up before, draw during, learn after. */
export const liveClass: Template = {
  id: 'live-class',
  title: { zh: '直播公开课', en: 'Live class' },
  description: { zh: '预约报名、开播倒计时、课中福利抽奖、课后资料。', en: 'Sign up, a countdown, a draw during class, material afterwards.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('直播公开课', 'A live class'),
        locale,
        theme: { preset: 'night' },
        share: {
          title: both('一起来听公开课', 'Join the class'),
          description: both('免费预约,课中抽奖,课后领资料。', 'Free; a draw in class, material after.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('免费公开课', 'Free class'),
          title: both('零基础学会做活动', 'Campaigns from zero'),
          subtitle: both('90 分钟讲清策划到复盘', '90 minutes, plan to review'),
          showTimes: true,
          benefits: [
            { icon: '🎙️', text: both('一线讲师直播', 'Live teacher') },
            { icon: '🎁', text: both('课中福袋抽奖', 'A draw') },
            { icon: '📎', text: both('课后领全套资料', 'Material') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('预约占座', 'Book a seat'), both('准时进直播间', 'Come on time'), both('课中抽福袋', 'Draw')],
          decor: 'rays',
          canSave: true,
        }),
        widget('countdown', 'countdown', {
          before: both('距离开播', 'Begins in'),
          during: both('距离结束', 'Ends in'),
          after: both('直播已结束,可看回放', 'Over; watch the recording'),
        }),
        widget(
          'form',
          'book',
          {
            title: both('预约占座', 'Book a seat'),
            button: both('免费预约', 'Book'),
            thanks: both('预约成功,开播前会短信提醒', 'Booked. We will remind you.'),
          },
          { play: 'book' },
        ),
        widget(
          'button',
          'enter',
          { text: both('进入直播间', 'Enter the classroom'), look: 'primary', wide: true },
          { when: { phase: ['start', 'peak', 'closing'] }, on: { tap: [{ do: 'go', url: 'https://example.com/live' }] } },
        ),
        widget('lottery-wheel', 'wheel', { title: both('课中福袋', 'The lucky bag') }, { play: 'bag', when: { phase: ['start', 'peak'] } }),
        shareButton('邀请同事一起听', 'Bring a colleague'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 4, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'convert', text: both('公开课到正价课的转化。', 'From the free class to the paid course.') },
      audience: '对活动策划感兴趣的运营与市场同学',
      kpis: [
        { metric: 'signups', target: 3000, note: '预约人数' },
        { metric: 'attendance', target: 0.45, note: '到课率' },
        { metric: 'conversion', target: 0.06, note: '课后 3 天成交' },
      ],
      channels: [
        { code: 'wechat', name: '公众号', expectedUv: 8000 },
        { code: 'partner', name: '合作社群', expectedUv: 5000 },
      ],
      budget: [
        { kind: 'promo', title: '投放', planned: 300000 },
        { kind: 'prize', title: '福袋', planned: 100000 },
      ],
      tasks: [
        { title: '讲义与彩排', phase: 'preheat', owner: '讲师' },
        { title: '答疑与回放上架', phase: 'closing', owner: '助教' },
      ],
      risks: [{ title: '直播中断', trigger: '卡顿率 > 5%', response: '切换备用推流,并补发回放与学豆。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  seat: { title: both('正价课名额', 'A seat in the course'), tier: both('大福袋', 'Big bag'), type: 'virtual', icon: '🎓', stock: 10, unitCost: 0 },
  coupon: { title: both('课程 50 元券', '¥50 off'), tier: both('小福袋', 'Small bag'), type: 'coupon', icon: '🎟️', stock: 1000, faceValue: 5000, unitCost: 0 },
}

const plays = {
  points: { kind: 'points', title: both('学豆', 'Beans'), unit: both('学豆', 'Beans'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  book: {
    kind: 'form',
    title: both('预约报名', 'Booking'),
    every: 'once',
    limit: 5000,
    reward: { give: 'chances', play: 'bag', amount: 1 },
    fields: [
      {
        id: 'role',
        type: 'choice',
        label: both('你的岗位', 'Your role'),
        required: true,
        options: [
          { id: 'ops', text: both('运营', 'Operations') },
          { id: 'market', text: both('市场', 'Marketing') },
          { id: 'other', text: both('其他', 'Other') },
        ],
      },
      { id: 'phone', type: 'phone', label: both('手机号(用于提醒)', 'Phone (for the reminder)'), required: true },
      { id: 'consent', type: 'consent', label: both('我同意接收本次课程的提醒', 'You may remind me of this class'), required: true },
    ],
    reveal: {
      text: both('课程资料已为你准备好,开播前一天更新。', 'Your material is ready; it is renewed the day before.'),
      link: 'https://example.com/handout',
      button: both('打开资料', 'Open the material'),
    },
  } satisfies FormRules,
  bag: {
    kind: 'lottery',
    title: both('课中福袋', 'The lucky bag'),
    phases: ['start', 'peak'],
    slots: [
      { id: 'seat', prize: 'seat', weightPpm: 20_000, capPerVisitor: 1 },
      { id: 'coupon', prize: 'coupon', weightPpm: 300_000, capPerVisitor: 1 },
    ],
    chances: { perDay: 1, inAll: null, earned: true },
    outOfStock: 'fallback',
    consolation: { play: 'points', min: 5, max: 30, budget: 200_000, title: both('学豆', 'Beans') },
  } satisfies LotteryRules,
}
