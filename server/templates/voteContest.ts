import type { RulesDocument } from '../../schemas/rules'
import { pageOf } from '../../schemas/sketch'
import type { LotteryRules } from '../../widgets/lottery/lotterySchema'
import type { VoteRules } from '../../widgets/vote/voteSchema'
import type { PointsRules } from '../../widgets/points/rules'
import { both, planFor, rulesFor, rulesPopup, shareButton } from './parts'
import type { Template } from './template'
import { widget } from './widget'

const [opener, popup] = rulesPopup([
  both('每人每天 3 票,对同一作品每天最多 1 票。', 'Three votes a day, one a day for each work.'),
  both('每投一票得一次抽奖机会。', 'Each vote earns a draw.'),
  both('最终名次由人气票 60% 与专家评审 40% 综合得出。', 'Votes count 60 %, the jury 40 %.'),
])

/** Works, votes with limits, and a draw for those who vote. */
export const voteContest: Template = {
  id: 'vote-contest',
  title: { zh: '作品评选', en: 'Vote contest' },
  description: { zh: '作品展示与投票:每日限票、实时排名、投票抽奖。', en: 'Works and votes: limits, live ranking, a draw for voters.' },
  page: ({ locale }) =>
    pageOf(
      {
        title: both('人气作品评选', 'The people’s choice'),
        locale,
        theme: { preset: 'ink' },
        share: {
          title: both('给喜欢的作品投一票', 'Vote for your favourite'),
          description: both('每天 3 票,投票还能抽奖。', 'Three votes a day, and a draw for voters.'),
        },
      },
      { props: { layout: 'flow' } },
      [
        widget('poster', 'poster', {
          kicker: both('年度评选', 'Of the year'),
          title: both('人气作品评选', 'People’s choice'),
          subtitle: both('每天三票,选出你最爱', 'Three votes a day'),
          showTimes: true,
          benefits: [
            { icon: '🗳️', text: both('每天 3 票', '3 votes') },
            { icon: '📈', text: both('排名实时更新', 'Live ranking') },
            { icon: '🎁', text: both('投票即可抽奖', 'A draw') },
          ],
          stepsTitle: both('怎么参加', 'How to take part'),
          steps: [both('看看作品', 'Look around'), both('投给喜欢的', 'Vote'), both('投完来抽奖', 'Draw')],
          decor: 'none',
          canSave: true,
        }),
        widget('vote', 'vote', { title: both('为喜欢的作品投票', 'Vote for your favourites'), layout: 'cards' }, { play: 'vote' }),
        widget('vote-ranking', 'ranking', { title: both('人气排名', 'Who is ahead') }, { play: 'vote' }),
        widget('lottery-wheel', 'wheel', { title: both('投票抽奖', 'The voters’ draw') }, { play: 'draw' }),
        widget('lottery-prizes', 'prizes', { title: both('我的奖品', 'My prizes') }, { play: 'draw' }),
        shareButton('帮 TA 拉票', 'Ask for votes'),
        opener,
        popup,
      ],
    ),
  rules: (now) => rulesFor(now, 11, { prizes, plays }),
  plan: () =>
    planFor({
      goal: { type: 'brand', text: both('用作品与投票扩大声量。', 'Let works and votes carry the name.') },
      audience: '创作者与其粉丝',
      kpis: [
        { metric: 'votes', target: 100000, note: '总票数' },
        { metric: 'shares', target: 12000, note: '分享次数' },
      ],
      channels: [{ code: 'creator', name: '创作者自传播', expectedUv: 30000 }],
      budget: [{ kind: 'prize', title: '相机与明信片', planned: 400000 }],
      tasks: [
        { title: '作品初审与上架', phase: 'preheat', owner: '内容' },
        { title: '专家评审打分', phase: 'closing', owner: '评委' },
      ],
      risks: [{ title: '刷票', trigger: '单作品 10 分钟增幅 > 5 倍', response: '冻结该作品计票并复核,公示处理结果。' }],
    }),
}

const prizes: RulesDocument['prizes'] = {
  camera: { title: both('拍立得相机', 'An instant camera'), tier: both('幸运大奖', 'First prize'), type: 'physical', icon: '📷', stock: 2, unitCost: 60_000 },
  postcard: { title: both('作品明信片', 'Postcards'), tier: both('纪念奖', 'Second prize'), type: 'physical', icon: '💌', stock: 2000, unitCost: 500 },
}

const plays = {
  points: { kind: 'points', title: both('积分', 'Points'), unit: both('积分', 'Points'), multipliers: [], budget: 2_000_000 } satisfies PointsRules,
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
    ],
    chances: { perDay: 0, inAll: 30, earned: true },
    outOfStock: 'fallback',
    consolation: { play: 'points', min: 1, max: 10, budget: 300_000, title: both('积分', 'Points') },
  } satisfies LotteryRules,
}
