import type { RulesDocument } from '../../schemas/rules'
import { pageOf, type Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import { both, costOf, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { glow, hero, line, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both(
    '连讲三晚，每晚 20:00 开播。直播间地址由主办方在开播前发到预约的手机号。',
    'Three evenings, at 8 p.m. each. The organiser sends the address of the classroom to the number you booked with before it begins.',
  ),
  both('座位 5000 个，约满为止。预约成功后，讲义提纲在本页可见。', '5,000 seats. The outline is on this page once you have booked.'),
  both('福袋：课程期间每人每天可抽一次，预约成功再得一次。', 'The lucky bag: one draw a day while the class runs, and one more for booking.'),
  both(
    '每次抽奖：正价课名额 2%（10 个）、课程 50 元券 30%（1000 张），每人各最多一份；其余为未中奖，发完后抽中也视为未中奖。',
    'Each draw: a seat in the course 2 % (10), ¥50 off 30 % (1,000), one of each a person; otherwise nothing, and drawing what has run out is no win.',
  ),
])

/** Sign up before, draw during, learn after. */
export const liveClass: Template = {
  id: 'live-class',
  title: { zh: '直播公开课', en: 'Live class' },
  description: { zh: '三晚课表、预约占座、每日福袋，讲义只给预约的人。', en: 'Three evenings, a seat to book, a daily draw, an outline for those who booked.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('直播公开课', 'A live class'),
        locale,
        theme: { preset: 'night' },
        share: {
          title: both('一起来听公开课', 'Join the class'),
          description: both('免费预约三晚直播，天天抽福袋，讲义随约随看。', 'Three free evenings, a draw a day, an outline to keep.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget('countdown', 'countdown', {
          before: both('距离开课', 'Begins in'),
          during: both('距离结课', 'Ends in'),
          after: both('三晚课程已结束，谢谢参加', 'The class is over. Thank you!'),
        }),
        widget(
          'form',
          'book',
          {
            title: both('预约占座', 'Book a seat'),
            button: both('免费预约', 'Book'),
            thanks: both('预约成功，讲义提纲在下面', 'Booked. Here is the outline.'),
          },
          { play: 'book' },
        ),
        widget('lottery-wheel', 'wheel', { title: both('今日福袋', 'The lucky bag') }, { play: 'bag', when: { phase: ['start', 'peak'] } }),
        shareButton('邀请同事一起听', 'Bring a colleague'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 3, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'convert', text: t('公开课到正价课的转化。', 'From the free class to the paid course.') },
      audience: t('对活动策划感兴趣的运营与市场同学', 'People in operations and marketing who want to plan campaigns'),
      kpis: [
        { metric: 'signups', target: 3000, note: t('预约人数', 'Seats booked') },
        { metric: 'attendance', target: 0.45, note: t('到课率', 'Came ÷ booked') },
        { metric: 'conversion', target: 0.06, note: t('课后 3 天成交', 'Bought within three days') },
      ],
      channels: [
        { code: 'wechat', name: t('公众号', 'WeChat account'), expectedUv: 8000 },
        { code: 'partner', name: t('合作社群', 'Partner groups'), expectedUv: 5000 },
      ],
      budget: [
        { kind: 'promo', title: t('投放', 'Advertising'), planned: 300000 },
        { kind: 'prize', title: t('福袋', 'Lucky bags'), planned: costOf(prizes) },
      ],
      tasks: [
        { title: t('讲义与彩排', 'Handout and rehearsal'), phase: 'preheat', owner: t('讲师', 'Teacher') },
        {
          title: t('每晚开播前把直播间地址发给预约的人', 'Send the address to everybody who booked before each evening'),
          phase: 'peak',
          owner: t('运营', 'Operations'),
        },
        { title: t('答疑与回放', 'Questions answered, recording sent'), phase: 'closing', owner: t('助教', 'Tutors') },
      ],
      risks: [
        {
          title: t('直播中断', 'The stream breaks off'),
          trigger: t('卡顿率 > 5%', 'Stalls > 5 %'),
          response: t('切换备用推流，并补发回放。', 'Switch to the second stream, and send the recording.'),
        },
      ],
    })),
}

const opening = hero(
  560,
  { gradient: glow('#6a3fa8', '#3a2480cc', 'transparent') },
  line(
    'title',
    [24, 82, 327, 58],
    both('零基础学会做活动', 'Run a campaign'),
    { level: 'display', size: 32, colour: '#ffffff' },
    { motion: { enter: 'rise' } },
  ),
  line('sub', [24, 142, 327, 34], both('连讲三晚，每晚 20:00', 'Three evenings at 8 p.m.'), { size: 16, colour: '#ffd166' }),
  tap(
    'go',
    [24, 482, 327, 54],
    both('免费占座', 'Book a free seat'),
    [{ do: 'scroll', target: 'book' }],
    { look: 'accent', size: 17 },
    { motion: { loop: 'pulse' } },
  ),
  line('kicker', [24, 44, 210, 30], both('● 免费直播公开课', '● Free live class'), { size: 13, colour: '#ff9c95', spacing: 1 }),
  line('microphone', [262, 10, 104, 76], '🎙️', { align: 'center', size: 46, lineHeight: 1.3 }, { motion: { loop: 'float' } }),
  shape('thread', [46, 226, 4, 190], { background: '#8fa2ff' }),
  ...evening(1, 196, both('第一晚 · 策划', 'Evening 1 · Plan'), both('目标、人群、奖品与预算', 'Goal, people, prizes, budget')),
  ...evening(2, 286, both('第二晚 · 上线', 'Evening 2 · Launch'), both('页面、概率与上线前检查', 'Page, odds, last checks')),
  ...evening(3, 376, both('第三晚 · 复盘', 'Evening 3 · Review'), both('看数、应急与下一次', 'Figures, plan B, next time')),
)

function evening(nth: number, y: number, title: Words, text: Words): readonly Sketch[] {
  return [
    line(`evening-${nth}`, [30, y + 20, 36, 36], String(nth), { align: 'center', size: 16, level: 'heading', lineHeight: 1.9, colour: '#0d1233' }),
    line(`evening-${nth}-title`, [88, y + 9, 256, 30], title, { size: 16, level: 'heading', colour: '#ffffff' }),
    line(`evening-${nth}-text`, [88, y + 39, 256, 30], text, { size: 13, colour: '#c9d1f5' }),
    shape(`evening-${nth}-card`, [76, y, 283, 76], { background: '#1d2553cc', radius: 16, border: { width: 1, colour: '#4a57a0' } }),
    shape(`evening-${nth}-disc`, [30, y + 20, 36, 36], { background: '#8fa2ff', radius: 99 }),
  ]
}

const prizes: RulesDocument['prizes'] = {
  seat: { title: both('正价课名额', 'A seat in the course'), tier: both('大福袋', 'Big bag'), type: 'virtual', icon: '🎓', stock: 10, unitCost: 0 },
  coupon: { title: both('课程 50 元券', '¥50 off'), tier: both('小福袋', 'Small bag'), type: 'coupon', icon: '🎟️', stock: 1000, faceValue: 5000, unitCost: 0 },
}

/** What those who booked are shown. */
const outline = {
  zh: '三晚讲义提纲\n第一晚：目标写成一句话；人群、玩法、奖品、预算四件事怎么定。\n第二晚：页面三秒说清；概率与库存怎么设；上线前的十项检查。\n第三晚：看哪五个数；异常怎么处理；复盘报告怎么写。',
  en: 'Outline of the three evenings\n1. The goal in one sentence; deciding on people, game, prizes and budget.\n2. A page that tells in three seconds; odds and stock; ten checks before launch.\n3. Five figures to watch; what to do when they look odd; how to write the review.',
}

const plays = {
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
      { id: 'phone', type: 'phone', label: both('手机号（用于提醒）', 'Phone (for the reminder)'), required: true },
      { id: 'consent', type: 'consent', label: both('我同意接收本次课程的提醒', 'You may remind me of this class'), required: true },
    ],
    reveal: { text: both(outline.zh, outline.en) },
  } satisfies FormRules,
  bag: {
    kind: 'lottery',
    title: both('今日福袋', 'The lucky bag'),
    phases: ['start', 'peak'],
    slots: [
      { id: 'seat', prize: 'seat', weightPpm: 20_000, capPerVisitor: 1 },
      { id: 'coupon', prize: 'coupon', weightPpm: 300_000, capPerVisitor: 1 },
      { id: 'none', prize: null, weightPpm: 680_000, title: both('谢谢参与', 'No win'), icon: '🍀' },
    ],
    chances: { perDay: 1, inAll: null, earned: true },
    outOfStock: 'no-win',
  } satisfies LotteryRules,
}
