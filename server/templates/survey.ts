import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人可提交一次,提交后得一次抽奖机会。', 'One answer a person, which earns a draw.'),
  both('问卷不收集姓名和电话,结果只用于改进。', 'No names, no numbers; used to do better, nothing else.'),
  both('奖品数量有限,发完为止。', 'While stock lasts.'),
])

/** A minute of questions, and a draw for answering. */
export const survey: Template = {
  id: 'survey',
  title: { zh: '有奖问卷', en: 'Survey with a reward' },
  description: { zh: '一分钟问卷:评分、单选、多选、开放题,提交即抽奖。', en: 'A minute of questions, and a draw for answering.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('有奖问卷', 'Survey'),
        locale,
        theme: { preset: 'fresh' },
        share: {
          title: both('花一分钟,帮我们变好', 'One minute to make us better'),
          description: both('填问卷就能抽奖。', 'A draw for everybody who answers.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('听听你的', 'Your voice'),
          title: both('一分钟有奖问卷', 'One-minute survey'),
          subtitle: both('说真话,还能抽礼物', 'Say what you think, and win'),
          showTimes: true,
          benefits: [
            { icon: '⏱️', text: both('只要一分钟', 'One minute') },
            { icon: '🔒', text: both('匿名作答', 'Anonymous') },
            { icon: '🎁', text: both('提交就抽奖', 'A draw') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('如实作答', 'Answer'), both('提交问卷', 'Send it'), both('来抽一次', 'Draw')],
          decor: 'none',
          canSave: true,
        }),
        widget(
          'form',
          'questions',
          {
            title: both('你的体验如何', 'How was it for you'),
            button: both('提交问卷', 'Send'),
            thanks: both('谢谢!你的意见我们都会看', 'Thank you. We read every word.'),
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
  plan: () =>
    planFor({
      goal: { type: 'retain', text: both('收集真实反馈并激活沉默用户。', 'Hear what people think, and wake those who were silent.') },
      audience: '近 90 天有消费的用户',
      kpis: [
        { metric: 'answers', target: 3000, note: '有效问卷' },
        { metric: 'nps', baseline: 32, target: 40, note: '净推荐值' },
      ],
      channels: [
        { code: 'sms', name: '短信', expectedUv: 10000 },
        { code: 'in-app', name: '站内信', expectedUv: 20000 },
      ],
      budget: [{ kind: 'prize', title: '礼品', planned: 150000 }],
      tasks: [
        { title: '问卷试填与修订', phase: 'preheat', owner: '产品' },
        { title: '结果分析与改进清单', phase: 'closing', owner: '产品' },
      ],
      risks: [{ title: '回收不足', trigger: '3 天回收 < 500 份', response: '补发推送,缩短问卷。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  gift: { title: both('定制帆布袋', 'A tote bag'), tier: both('幸运礼', 'Gift'), type: 'physical', icon: '👜', stock: 200, unitCost: 2500 },
}

const plays = {
  points: { kind: 'points', title: both('积分', 'Points'), unit: both('积分', 'Points'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
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
        label: both('最喜欢哪些(最多 3 项)', 'What you like best (up to 3)'),
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
    slots: [{ id: 'gift', prize: 'gift', weightPpm: 20_000, capPerVisitor: 1 }],
    chances: { perDay: 0, inAll: 1, earned: true },
    outOfStock: 'fallback',
    consolation: { play: 'points', min: 10, max: 50, budget: 500_000, title: both('积分红包', 'Points') },
  } satisfies LotteryRules,
}
