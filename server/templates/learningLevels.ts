import type { RulesDocument } from '../../schemas/rules'
import { pageOf, type Sketch } from '../../schemas/sketch'
import type { CheckInRules } from '../../widgets/check-in/rules'
import type { FormRules } from '../../widgets/form/formSchema'
import type { LeaderboardRules } from '../../widgets/leaderboard/rules'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, costOf, planFor, rulesFor, rulesPopup } from './parts'
import { glow, hero, line, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每天一关：学一课、答一题、点亮一关。', 'A level a day: read the lesson, answer, light it up.'),
  both(
    '每天答题得 20 学分，点亮得 10 学分。学分决定学霸榜名次，也可换补亮。',
    'An answer a day is 20 credits, a level 10. Credits rank you on the board and buy make-ups.',
  ),
  both(
    '累计点亮 7 关得一次抽奖：进阶课 10%（50 门），图书 20%（100 本），其余 10–50 学分；奖品发完后改发学分。',
    'Seven levels in all earn one draw: a course 10 % (50), a book 20 % (100), otherwise 10–50 credits; credits come in place of what has run out.',
  ),
  both('漏掉的关可补最近 2 天：先用 1 张补签卡，之后每次 20 学分。', 'The last two days can be made up: one card first, then 20 credits each.'),
])

/** A course as a game: a level a day, answers for credits, a draw at the end. */
export const learningLevels: Template = {
  id: 'learning-levels',
  title: { zh: '学习闯关', en: 'Learning levels' },
  description: { zh: '七天七关：每天一课一题点亮一关，集满抽奖并上榜。', en: 'Seven days, seven levels: learn, answer, draw and climb.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('7 天学习闯关', 'Seven levels in seven days'),
        locale,
        theme: { preset: 'night' },
        share: {
          title: both('7 天闯 7 关', 'Seven levels in seven days'),
          description: both('每天学一课、答一题，集满 7 关抽奖。', 'A lesson and a question a day, then a draw.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget('countdown', 'countdown', {}),
        lesson,
        widget(
          'form',
          'answer',
          {
            title: both('今天这一题', 'Today’s question'),
            intro: both('答案就在上面这一课里', 'The answer is in the lesson above'),
            button: both('提交答案', 'Send my answer'),
          },
          { play: 'answer' },
        ),
        widget('check-in-calendar', 'levels', { title: both('点亮今天这一关', 'Light up today’s level') }, { play: 'levels' }),
        widget('lottery-wheel', 'wheel', { title: both('通关抽奖', 'The draw') }, { play: 'draw' }),
        widget('points-balance', 'points', { title: both('我的学分', 'My credits') }, { play: 'credits' }),
        widget(
          'leaderboard',
          'board',
          { title: both('学霸榜', 'Top learners'), rows: 10, hint: both('答题、点亮得学分，马上上榜', 'Answer to get on the board') },
          { play: 'top' },
        ),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 8, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'activate', text: t('提高课程完成率与付费转化。', 'Raise completion and conversion of the course.') },
      audience: t('体验课学员与潜在学员', 'Learners of the trial course, and those who may become one'),
      kpis: [
        { metric: 'completion', baseline: 0.18, target: 0.4, note: t('完成 7 关人数 ÷ 报名', 'Those with seven levels ÷ all who began') },
        { metric: 'conversion', baseline: 0.05, target: 0.09, note: t('7 天内付费', 'Paid within seven days') },
      ],
      channels: [
        { code: 'group', name: t('学习群', 'Study groups'), expectedUv: 2000 },
        { code: 'wechat', name: t('公众号', 'WeChat account'), expectedUv: 8000 },
      ],
      budget: [
        { kind: 'prize', title: t('课程与图书', 'Courses and books'), planned: costOf(prizes) },
        { kind: 'staff', title: t('助教', 'Tutors'), planned: 200000 },
      ],
      tasks: [
        {
          title: t('写好 7 节课与题目，每天换上当天的一节', 'Write seven lessons and questions; put up each on its day'),
          phase: 'preheat',
          owner: t('教研', 'Teaching'),
        },
        { title: t('每日 20 点助教答疑', 'Tutors answer questions at 8 p.m.'), phase: 'peak', owner: t('助教', 'Tutors') },
      ],
      risks: [
        {
          title: t('题目有误', 'A question is wrong'),
          trigger: t('反馈 > 5 条', 'More than 5 reports'),
          response: t('当天更正题目与课文，并在群里说明。', 'Correct question and lesson the same day, and say so in the groups.'),
        },
      ],
    })),
}

const opening = hero(
  540,
  { gradient: glow('#4a3bb0', '#2a1f6b80', 'transparent') },
  line('title', [16, 76, 343, 60], both('7 天学习闯关', 'Seven levels'), { level: 'display', align: 'center', size: 36 }, { motion: { enter: 'drop' } }),
  line('sub', [16, 138, 343, 34], both('一天一课，一天一题，一天一关', 'A lesson, a question, a level a day'), { align: 'center', size: 15 }),
  tap(
    'go',
    [40, 456, 295, 54],
    both('学今天这一课', 'Today’s lesson'),
    [{ do: 'scroll', target: 'lesson' }],
    { look: 'accent', size: 17 },
    { motion: { loop: 'pulse' } },
  ),
  line('kicker', [112, 38, 151, 32], both('线上学习营', 'Online course'), {
    align: 'center',
    size: 14,
    background: '#ffffff1f',
    radius: 99,
    padding: { top: 3, bottom: 3 },
  }),
  shape('road-up', [48, 229, 276, 8], { background: '#5b66b8', radius: 4 }),
  shape('road-turn', [320, 232, 8, 104], { background: '#5b66b8', radius: 4 }),
  shape('road-back', [48, 331, 276, 8], { background: '#5b66b8', radius: 4 }),
  ...[24, 116, 208, 300].flatMap((x, i) => level(i + 1, x, 206)),
  ...[300, 208, 116].flatMap((x, i) => level(i + 5, x, 308)),
  line('gift', [14, 300, 74, 76], '🎁', { align: 'center', size: 48, lineHeight: 1.3 }, { motion: { loop: 'float' } }),
  line('caption', [16, 398, 343, 34], both('点亮 7 关，抽进阶课和图书', 'Light up seven to draw a course or a book'), {
    align: 'center',
    size: 14,
    colour: '#ffe3a3',
  }),
)

function level(nth: number, x: number, y: number): readonly Sketch[] {
  const isFirst = nth === 1
  return [
    line(`level-${nth}`, [x, y + 11, 54, 40], String(nth), {
      align: 'center',
      size: 20,
      level: 'heading',
      lineHeight: 1.6,
      colour: isFirst ? '#3a2600' : '#eef1ff',
    }),
    shape(`disc-${nth}`, [x, y, 54, 54], {
      radius: 99,
      background: isFirst ? '#ffd166' : '#343f7a',
      border: { width: 3, colour: isFirst ? '#fff1c9' : '#8fa2ff' },
      shadow: 'soft',
    }),
  ]
}

const lesson = widget(
  'section',
  'lesson',
  { title: both('今天这一课：先定目标', 'Today’s lesson: set a goal first'), look: 'card', layout: 'flow' },
  {},
  widget('text', 'lesson-text', {
    text: both(
      '做一场活动，第一件事不是想玩法，而是写下一句话：让谁，在多久之内，做成什么。\n有了这句话，玩法、奖品和渠道才有取舍的标准；没有它，数据再好也说不清值不值。\n动手试试：写下你下一场活动的那句话。',
      'The first step of a campaign is no game. It is one sentence: who is to do what, by when.\nWith it you can choose game, prizes and channels; without it no figure tells whether it was worth it.\nTry it: write that sentence for your next campaign.',
    ),
    level: 'body',
    align: 'left',
    lineHeight: 1.8,
  }),
)

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
        label: both('今天的重点是哪一项？', 'What was today’s key point?'),
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
