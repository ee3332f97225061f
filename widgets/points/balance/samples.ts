import type { PlayScene } from '../../host'
import type { Sample } from '../../sample'
import type { PointsMine, PointsShown } from '../rules'

const noon = Date.UTC(2026, 0, 15, 4)
const shown: PointsShown = { multiplier: 1, until: null, unit: null, left: null }
const mine: PointsMine = {
  balance: 1280,
  earned: 1480,
  entries: [
    { delta: 20, multiplier: 2, at: noon, title: { 'zh-CN': '每日签到', 'en': 'Daily check-in' } },
    { delta: -200, multiplier: 1, at: noon - 86_400_000, title: { 'zh-CN': '积分抽奖', 'en': 'Points draw' } },
    { delta: 100, multiplier: 1, at: noon - 2 * 86_400_000, title: { 'zh-CN': '新手任务', 'en': 'First task' } },
  ],
}
const empty: PointsMine = { balance: 0, earned: 0, entries: [] }
const play = (more: Partial<PlayScene<PointsShown, PointsMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine, ...more }) as unknown as PlayScene

export const pointsBalanceSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before', mine: empty }) },
  { name: 'ready', title: { zh: '有积分', en: 'Ready' }, play: play() },
  { name: 'multiplied', title: { zh: '加倍中', en: 'Multiplied' }, play: play({ shown: { ...shown, multiplier: 2, until: noon + 28_800_000 } }) },
  { name: 'open', title: { zh: '看明细', en: 'Details' }, play: play({ shown: { ...shown, multiplier: 2, until: noon + 28_800_000 } }), state: { open: true } },
  { name: 'empty', title: { zh: '没有明细', en: 'No entries' }, play: play({ mine: empty }), state: { open: true } },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended' }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown, mine: null }) },
]
