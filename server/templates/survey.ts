import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import { both, costOf, planFor, rulesFor, rulesPopup } from './parts'
import { hero, line, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人可提交一次，提交后得一次抽奖机会。', 'One answer a person, which earns one draw.'),
  both(
    '抽奖：5 元券 95%（3000 张），帆布袋 5%（200 个）。有货时抽必中；抽中已发完的奖品视为未中奖。',
    'The draw: a ¥5 voucher 95 % (3,000), a tote bag 5 % (200). While both last, every draw wins; drawing what has run out is no win.',
  ),
  both('问卷不收集姓名和电话，结果只用于改进。', 'No names, no numbers; used to do better, nothing else.'),
])

/** A minute of questions, and a draw for answering. */
export const survey: Template = {
  id: 'survey',
  title: { zh: '有奖问卷', en: 'Survey with a reward' },
  description: { zh: '一分钟问卷：评分、单选、多选、开放题，提交即抽奖。', en: 'A minute of questions, and a draw for answering.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('有奖问卷', 'Survey'),
        locale,
        theme: { preset: 'bloom', tokens: lavender },
        share: {
          title: both('花一分钟，帮我们变好', 'One minute to make us better'),
          description: both('填问卷就能抽奖。', 'A draw for everybody who answers.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget(
          'form',
          'questions',
          {
            title: both('你的体验如何', 'How was it for you'),
            button: both('提交问卷', 'Send'),
            thanks: both('谢谢！你的意见我们都会看', 'Thank you. We read every word.'),
          },
          { play: 'survey' },
        ),
        widget('lottery-wheel', 'wheel', { title: both('答题抽奖', 'The draw') }, { play: 'draw' }),
        widget('lottery-prizes', 'prizes', { title: both('我的奖品', 'My prizes') }, { play: 'draw' }),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 15, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'retain', text: t('收集真实反馈并激活沉默用户。', 'Hear what people think, and wake those who were silent.') },
      audience: t('近 90 天有消费的用户', 'People who bought in the last 90 days'),
      kpis: [
        { metric: 'answers', target: 3000, note: t('有效问卷', 'Answers of use') },
        { metric: 'nps', baseline: 32, target: 40, note: t('净推荐值', 'Net promoter score') },
      ],
      channels: [
        { code: 'sms', name: t('短信', 'Text message'), expectedUv: 10000 },
        { code: 'in-app', name: t('站内信', 'Inbox'), expectedUv: 20000 },
      ],
      budget: [{ kind: 'prize', title: t('帆布袋与 5 元券', 'Tote bags and vouchers'), planned: costOf(prizes) }],
      tasks: [
        { title: t('问卷试填与修订', 'Try the questions out and mend them'), phase: 'preheat', owner: t('产品', 'Product') },
        { title: t('结果分析与改进清单', 'Results read, improvements listed'), phase: 'closing', owner: t('产品', 'Product') },
      ],
      risks: [
        {
          title: t('回收不足', 'Too few answers'),
          trigger: t('3 天回收 < 500 份', 'Under 500 in three days'),
          response: t('补发推送，缩短问卷。', 'Remind people, shorten the survey.'),
        },
      ],
    })),
}

const lavender = {
  'color.page': '#f3eefc',
  'color.backdrop': 'linear-gradient(#e9defc, #f3eefc 45%, #fbf9ff)',
  'color.onPage': '#2e1a57',
  'color.text': '#2a1f45',
  'color.muted': '#655c7d',
  'color.line': '#e2d8f4',
  'color.primary': '#6b3fc4',
}

const opening = hero(
  436,
  {},
  line(
    'title',
    [20, 64, 335, 60],
    both('说真话，有好礼', 'Tell us straight'),
    { level: 'display', align: 'center', size: 36, colour: '#2e1a57' },
    { motion: { enter: 'drop' } },
  ),
  line('sub', [20, 126, 335, 34], both('一分钟问卷，答完抽一次', 'A minute of questions, then a draw'), { align: 'center', size: 16 }),
  tap(
    'go',
    [40, 368, 295, 54],
    both('开始作答', 'Begin'),
    [{ do: 'scroll', target: 'questions' }],
    { look: 'primary', size: 17 },
    { motion: { loop: 'pulse' } },
  ),
  line('kicker', [92, 30, 191, 32], both('听听你的', 'Your voice'), { align: 'center', size: 14, colour: '#6b3fc4', spacing: 3 }),
  shape('tail', [168, 256, 40, 40, 45], { background: '#ffffff', radius: 8 }),
  shape('bubble', [24, 178, 327, 106], { background: '#ffffff', radius: 32, shadow: 'card' }),
  line(
    'faces',
    [28, 204, 319, 62],
    '😞 😐 🙂 😄 🤩',
    { align: 'center', size: 32, lineHeight: 1.4, spacing: 2 },
    { motion: { enter: 'bounce', delayMs: 200 } },
  ),
  ...['⏱️', '🔒', '🎁'].map((icon, i) =>
    line(
      `fact-${i}`,
      [4 + i * 123, 312, 121, 36],
      [both(`${icon} 一分钟`, `${icon} A minute`), both(`${icon} 匿名`, `${icon} Anonymous`), both(`${icon} 一次抽奖`, `${icon} A draw`)][i]!,
      {
        align: 'center',
        size: 13,
      },
    ),
  ),
)

const prizes: RulesDocument['prizes'] = {
  gift: { title: both('定制帆布袋', 'A tote bag'), tier: both('幸运礼', 'Gift'), type: 'physical', icon: '👜', stock: 200, unitCost: 2500 },
  voucher: {
    title: both('5 元券', '¥5 voucher'),
    tier: both('参与礼', 'Thank-you'),
    type: 'coupon',
    icon: '🎟️',
    stock: 3000,
    faceValue: 500,
    unitCost: 500,
    terms: both('满 20 元可用，30 天内有效。', 'For orders from ¥20, within 30 days.'),
  },
}

const plays = {
  survey: {
    kind: 'form',
    title: both('体验问卷', 'The survey'),
    every: 'once',
    limit: null,
    reward: { give: 'chances', play: 'draw', amount: 1 },
    fields: [
      { id: 'score', type: 'rating', label: both('总体满意度', 'All in all'), required: true, steps: 5 },
      {
        id: 'channel',
        type: 'choice',
        label: both('你从哪里知道我们', 'Where did you hear of us'),
        required: true,
        options: [
          { id: 'friend', text: both('朋友推荐', 'A friend') },
          { id: 'search', text: both('搜索', 'Search') },
          { id: 'ad', text: both('广告', 'An ad') },
          { id: 'other', text: both('其他', 'Elsewhere') },
        ],
      },
      {
        id: 'likes',
        type: 'choice',
        label: both('最喜欢哪些（最多 3 项）', 'What you like best (up to 3)'),
        required: true,
        several: true,
        mostPicks: 3,
        options: [
          { id: 'price', text: both('价格', 'The price') },
          { id: 'quality', text: both('品质', 'The quality') },
          { id: 'service', text: both('服务', 'The service') },
          { id: 'speed', text: both('速度', 'The speed') },
        ],
      },
      { id: 'wish', type: 'text', label: both('最希望我们改进什么', 'What should we do better'), required: false, long: true, maxLength: 300 },
    ],
  } satisfies FormRules,
  draw: {
    kind: 'lottery',
    title: both('答题抽奖', 'The draw'),
    slots: [
      { id: 'voucher', prize: 'voucher', weightPpm: 950_000 },
      { id: 'gift', prize: 'gift', weightPpm: 50_000 },
    ],
    chances: { perDay: 0, inAll: 1, earned: true },
    outOfStock: 'no-win',
  } satisfies LotteryRules,
}
