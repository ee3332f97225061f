import type { RulesDocument } from '../../schemas/rules'
import { pageOf, type Sketch } from '../../schemas/sketch'
import type { Words } from '../../schemas/words'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { VoteRules } from '../../widgets/vote/voteSchema'
import { both, costOf, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import { band, hero, line, shape, tap } from './placed'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人每天 3 票，对同一作品每天最多 1 票。', 'Three votes a day, one a day for each work.'),
  both(
    '名次按票数排列；票数相同时，先列出的作品在前。投票到活动结束为止。',
    'Works rank by votes; of two with as many the first listed stands first. Voting ends with the activity.',
  ),
  both('每投一票得一次抽奖机会，活动期间最多抽 30 次。', 'Each vote earns a draw, 30 draws in all at most.'),
  both(
    '每次抽奖：拍立得相机 0.05%（2 台）、作品明信片 10%（2000 套），每人各最多一份；其余为未中奖，奖品发完后抽中也视为未中奖。',
    'Each draw: a camera 0.05 % (2), postcards 10 % (2,000), one of each a person; otherwise nothing, and drawing what has run out is no win.',
  ),
])

/** Works, votes with limits, and a draw for those who vote. */
export const voteContest: Template = {
  id: 'vote-contest',
  title: { zh: '作品评选', en: 'Vote contest' },
  description: { zh: '作品展示与投票：每日限票、实时排名、投票抽奖。', en: 'Works and votes: limits, live ranking, a draw for voters.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('人气作品评选', 'The people’s choice'),
        locale,
        theme: { preset: 'ink' },
        share: {
          title: both('给喜欢的作品投一票', 'Vote for your favourite'),
          description: both('每天 3 票，投票还能抽奖。', 'Three votes a day, and a draw for each.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        opening,
        widget('countdown', 'countdown', {}),
        widget('vote', 'vote', { title: both('为喜欢的作品投票', 'Vote for your favourites'), layout: 'cards' }, { play: 'vote' }),
        band(
          'ahead',
          { background: '#16181d', padding: { top: 20, bottom: 8 }, margin: { top: 4, bottom: 16 } },
          widget('text', 'ahead-title', { text: both('此刻领先', 'In the lead'), level: 'heading', align: 'center', colour: '#e6c98f', spacing: 2 }),
          widget('vote-ranking', 'ranking', { title: both('人气排名', 'Who is ahead') }, { play: 'vote' }),
        ),
        widget('lottery-wheel', 'wheel', { title: both('投票抽奖', 'The voters’ draw') }, { play: 'draw' }),
        widget('lottery-prizes', 'prizes', { title: both('我的奖品', 'My prizes') }, { play: 'draw' }),
        shareButton('帮 TA 拉票', 'Ask for votes'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 11, { prizes, plays }),
  plan: ({ locale }) =>
    planFor(locale, (t) => ({
      goal: { type: 'brand', text: t('用作品与投票扩大声量。', 'Let works and votes carry the name.') },
      audience: t('创作者与其粉丝', 'Creators and those who follow them'),
      kpis: [
        { metric: 'votes', target: 100000, note: t('总票数', 'Votes in all') },
        { metric: 'shares', target: 12000, note: t('分享次数', 'Times shared') },
      ],
      channels: [{ code: 'creator', name: t('创作者自传播', 'Creators’ own reach'), expectedUv: 30000 }],
      budget: [{ kind: 'prize', title: t('相机与明信片', 'Cameras and postcards'), planned: costOf(prizes) }],
      tasks: [
        { title: t('作品初审与上架', 'Works looked over and put up'), phase: 'preheat', owner: t('内容', 'Content') },
        { title: t('公布最终名次', 'Final ranking announced'), phase: 'closing', owner: t('内容', 'Content') },
      ],
      risks: [
        {
          title: t('刷票', 'Faked votes'),
          trigger: t('单作品 10 分钟增幅 > 5 倍', 'One work’s votes rise fivefold in ten minutes'),
          response: t('复核流水，公示核实结果后再公布名次。', 'Go through the journal; announce the ranking after what was found.'),
        },
      ],
    })),
}

const gold = '#c8a05a'

const opening = hero(
  548,
  { background: '#16181d' },
  line(
    'title',
    [40, 122, 295, 136],
    both('人气作品\n评选', 'Your\nfavourites'),
    { level: 'display', size: 42, lineHeight: 1.3, spacing: 3, colour: '#ffffff' },
    { motion: { enter: 'fade' } },
  ),
  line('sub', [40, 276, 295, 34], both('每天三票，选出你最爱', 'Three votes a day, one a work'), { size: 15, colour: '#d8d3c7' }),
  tap('go', [40, 440, 295, 54], both('看作品，去投票', 'See the works and vote'), [{ do: 'scroll', target: 'vote' }], {
    look: 'accent',
    size: 16,
    radius: 0,
  }),
  line('kicker', [40, 74, 240, 34], both('年度评选', 'Works of the year'), { size: 13, colour: '#e6c98f', spacing: 4 }),
  shape('frame', [16, 32, 343, 488], { border: { width: 1, colour: gold } }),
  shape('corner-top', [10, 26, 28, 28], { background: gold }),
  shape('corner-bottom', [337, 498, 28, 28], { background: gold }),
  shape('rule', [40, 326, 48, 3], { background: gold }),
  ...figure('votes', 40, '3', both('票 / 每天', 'votes a day')),
  ...figure('each', 142, '1', both('票 / 每件每天', 'a work a day')),
  ...figure('draws', 248, '30', both('次抽奖封顶', 'draws at most')),
)

function figure(id: string, x: number, number: string, words: Words): readonly Sketch[] {
  return [
    line(`${id}-number`, [x, 344, 100, 46], number, { level: 'heading', size: 30, lineHeight: 1.2, colour: '#ffffff' }),
    line(`${id}-words`, [x, 390, 106, 30], words, { size: 12, colour: '#b9b4a8' }),
  ]
}

const prizes: RulesDocument['prizes'] = {
  camera: { title: both('拍立得相机', 'An instant camera'), tier: both('幸运大奖', 'First prize'), type: 'physical', icon: '📷', stock: 2, unitCost: 60_000 },
  postcard: { title: both('作品明信片', 'Postcards'), tier: both('纪念奖', 'Second prize'), type: 'physical', icon: '💌', stock: 2000, unitCost: 500 },
}

const plays = {
  vote: {
    kind: 'vote',
    title: both('人气投票', 'The vote'),
    perVisitor: { perDay: 3, inAll: null },
    perCandidate: { perDay: 1, inAll: null },
    choice: 'several',
    results: 'live',
    order: 'shuffled',
    freezeAt: null,
    reward: { give: 'chances', play: 'draw', amount: 1 },
    candidates: [
      { id: 'n1', title: both('城市之光', 'City lights'), text: both('夜跑路上拍下的十二个瞬间', 'Twelve moments of a run at night') },
      { id: 'n2', title: both('奶奶的菜园', 'Grandma’s garden'), text: both('一座小院里的四季', 'Four seasons in one yard') },
      { id: 'n3', title: both('追风少年', 'After the wind'), text: both('山顶的风和不服输的我们', 'The wind up there, and us') },
      { id: 'n4', title: both('一碗面', 'A bowl of noodles'), text: both('凌晨两点的温暖', 'Warmth at two in the morning') },
    ],
  } satisfies VoteRules,
  draw: {
    kind: 'lottery',
    title: both('投票抽奖', 'The voters’ draw'),
    slots: [
      { id: 'camera', prize: 'camera', weightPpm: 500, capPerVisitor: 1 },
      { id: 'postcard', prize: 'postcard', weightPpm: 100_000, capPerVisitor: 1 },
      { id: 'none', prize: null, weightPpm: 899_500, title: both('谢谢支持', 'Thank you'), icon: '🍀' },
    ],
    chances: { perDay: 0, inAll: 30, earned: true },
    outOfStock: 'no-win',
  } satisfies LotteryRules,
}
