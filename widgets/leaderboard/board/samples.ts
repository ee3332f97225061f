import type { PlayScene } from '../../host'
import type { Sample } from '../../sample'
import type { LeaderboardMine, LeaderboardShown } from '../rules'

const names = ['星**辰', '小**鱼', '阿**宝', 'M**a', '林**夏', '大**熊', '云**朵', 'L**o', '南**风', '可**乐']
const unit = { 'zh-CN': '分', 'en': 'pts' }
const shown: LeaderboardShown = {
  top: names.map((name, i) => ({ place: i + 1, name, score: 9860 - i * 730 - (i % 3) * 45 })),
  size: 10,
  members: 12_408,
  frozen: false,
  freezeAt: Date.UTC(2026, 0, 31, 12),
  unit,
}
/** What the rules alone say: where a page starts, and what stays when the server cannot be heard. */
const still: LeaderboardShown = { ...shown, top: [], members: null }
const mine: LeaderboardMine = { me: { place: 128, score: 1040 } }
const play = (more: Partial<PlayScene<LeaderboardShown, LeaderboardMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine, ...more }) as unknown as PlayScene
const nobody: LeaderboardShown = { ...shown, top: [], members: 0 }

export const leaderboardSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before', shown: nobody, mine: { me: null } }) },
  { name: 'ready', title: { zh: '榜外', en: 'Outside the top' }, play: play() },
  { name: 'on-board', title: { zh: '榜上有名', en: 'On the board' }, play: play({ mine: { me: { place: 4, score: shown.top[3]!.score } } }) },
  { name: 'first', title: { zh: '第一名', en: 'In the lead' }, play: play({ mine: { me: { place: 1, score: shown.top[0]!.score } } }) },
  { name: 'unranked', title: { zh: '暂未上榜', en: 'Not on the board' }, play: play({ mine: { me: null } }) },
  { name: 'empty', title: { zh: '还没有人', en: 'Nobody yet' }, play: play({ shown: nobody, mine: { me: null } }) },
  { name: 'frozen', title: { zh: '已锁榜', en: 'Frozen' }, play: play({ shown: { ...shown, frozen: true } }) },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended', mine: { me: { place: 2, score: shown.top[1]!.score } } }) },
  { name: 'nobody', title: { zh: '结束时无人上榜', en: 'Ended without anybody' }, play: play({ stage: 'ended', shown: nobody, mine: { me: null } }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]
