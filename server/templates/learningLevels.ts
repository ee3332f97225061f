import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每天一关:看课、答题、点亮。', 'A level a day: watch, answer, light it up.'),
  both('每次答题得 20 学分;点亮 7 关得一次抽奖机会。', '20 credits an answer; seven levels earn a draw.'),
  both('错过的关可用补签卡补亮。', 'A missed level can be made up with a card.'),
])

/** A course as a game: a level a day, answers for credits, a draw at the end. */
export const learningLevels: Template = {
  id: 'learning-levels',
  title: { zh: '学习闯关', en: 'Learning levels' },
  description: { zh: '七天七关:学完答题过关,通关抽奖并上榜。', en: 'Seven days, seven levels: learn, answer, draw and climb.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('7 天学习闯关', 'Seven levels in seven days'),
        locale,
        theme: { preset: 'night' },
        share: {
          title: both('7 天闯 7 关', 'Seven levels in seven days'),
          description: both('每天学一课、答一题,通关抽奖。', 'A lesson and a question a day, then a draw.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('线上学习营', 'Online course'),
          title: both('7 天学习闯关', 'Seven levels'),
          subtitle: both('每天一课一题,通关抽大奖', 'A lesson and a question a day'),
          showTimes: true,
          benefits: [
            { icon: '📚', text: both('每天解锁一关', 'A level a day') },
            { icon: '⭐', text: both('答题得学分', 'Credits') },
            { icon: '🎡', text: both('通关抽好礼', 'A draw') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('看完今天的课', 'Watch the lesson'), both('提交今天的答案', 'Send your answer'), both('通关来抽奖', 'Draw at the end')],
          decor: 'rays',
          canSave: true,
        }),
        widget(
          'form',
          'answer',
          {
            title: both('今天这一关', 'Today’s level'),
            intro: both('先看课再作答,课程链接每天 8 点发在站内信', 'Watch the lesson first; its link is in your inbox at 8 a.m.'),
            button: both('过关', 'Pass'),
          },
          { play: 'answer' },
        ),
        widget('check-in-calendar', 'levels', { title: both('我的关卡', 'My levels') }, { play: 'levels' }),
        widget('lottery-wheel', 'wheel', { title: both('通关抽奖', 'The draw') }, { play: 'draw' }),
        widget('points-balance', 'points', { title: both('我的学分', 'My credits') }, { play: 'credits' }),
        widget(
          'leaderboard',
          'board',
          { title: both('学霸榜', 'Top learners'), rows: 10, hint: both('答题得学分,马上上榜', 'Answer to get on the board') },
          { play: 'top' },
        ),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 8, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'activate', text: both('提高课程完成率与付费转化。', 'Raise completion and conversion of the course.') },
      audience: '体验课学员与潜在学员',
      kpis: [
        { metric: 'completion', baseline: 0.18, target: 0.4, note: '完成 7 关人数 ÷ 报名' },
        { metric: 'conversion', baseline: 0.05, target: 0.09, note: '7 天内付费' },
      ],
      channels: [
        { code: 'group', name: '学习群', expectedUv: 2000 },
        { code: 'wechat', name: '公众号', expectedUv: 8000 },
      ],
      budget: [
        { kind: 'prize', title: '课程与图书', planned: 300000 },
        { kind: 'staff', title: '助教', planned: 200000 },
      ],
      tasks: [
        { title: '上线 7 节录播课与题目', phase: 'preheat', owner: '教研' },
        { title: '每日 20 点助教答疑', phase: 'peak', owner: '助教' },
      ],
      risks: [{ title: '题目有误', trigger: '反馈 > 5 条', response: '当天更正并给所有人补学分。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  course: { title: both('进阶课一门', 'An advanced course'), tier: both('通关大奖', 'First prize'), type: 'virtual', icon: '🎓', stock: 50, unitCost: 0 },
  book: { title: both('精选图书', 'A book'), tier: both('二等奖', 'Second prize'), type: 'physical', icon: '📘', stock: 100, unitCost: 3000 },
}

const plays = {
  credits: { kind: 'points', title: both('学分', 'Credits'), unit: both('学分', 'Credits'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
  answer: {
    kind: 'form',
    title: both('每日答题', 'Daily question'),
    every: 'day',
    limit: null,
    reward: { give: 'points', play: 'credits', min: 20, max: 20 },
    fields: [
      {
        id: 'choice',
        type: 'choice',
        label: both('今天的重点是哪一项?', 'What was today’s key point?'),
        required: true,
        options: [
          { id: 'a', text: both('先定目标', 'Set a goal first') },
          { id: 'b', text: both('直接开始', 'Just begin') },
          { id: 'c', text: both('先看数据', 'Look at the data') },
        ],
      },
      { id: 'thought', type: 'text', label: both('一句话学习心得', 'One thing you learned'), required: false, long: true, maxLength: 200 },
    ],
  } satisfies FormRules,
  levels: {
    kind: 'check-in',
    title: both('点亮关卡', 'Levels'),
    reward: { give: 'points', play: 'credits', min: 10, max: 10 },
    streaks: [],
    totals: [{ days: 7, grant: { give: 'chances', play: 'draw', amount: 1 } }],
    makeup: { cards: 1, backDays: 2, price: { play: 'credits', amount: 20 } },
  } satisfies CheckInRules,
  draw: {
    kind: 'lottery',
    title: both('通关抽奖', 'The draw'),
    slots: [
      { id: 'course', prize: 'course', weightPpm: 100_000, capPerVisitor: 1 },
      { id: 'book', prize: 'book', weightPpm: 200_000, capPerVisitor: 1 },
    ],
    chances: { perDay: 0, inAll: 1, earned: true },
    outOfStock: 'fallback',
    consolation: { play: 'credits', min: 10, max: 50, budget: 200_000, title: both('学分红包', 'Credits') },
  } satisfies LotteryRules,
  top: {
    kind: 'leaderboard',
    title: both('学霸榜', 'Top learners'),
    feed: { by: 'points', play: 'credits' },
    size: 50,
    tie: 'earlier-first',
    freezeAt: null,
    unit: both('学分', 'credits'),
  } satisfies LeaderboardRules,
}
