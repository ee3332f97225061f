import type { Gain } from '../points/describeGrant'
import type { PlayScene } from '../host'
import type { Sample } from '../sample'
import type { OwnTeam, TeamMine, TeamShown } from './rules'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const power = both('战力', 'power')
const gain = (n: number): Gain => ({ give: 'points', title: power, min: n, max: n, times: 1, icon: null })

const names = ['追风少年', '早起鸟队', '一路向北', '不眠小队', '三人行', '冲鸭', '星辰大海', '锦鲤小分队']
const shown: TeamShown = {
  capacity: 3,
  unit: power,
  full: gain(20),
  goals: [
    { score: 200, gain: gain(50) },
    { score: 500, gain: { give: 'prize', title: both('荣誉徽章', 'Badge'), min: 1, max: 1, times: 1, icon: '🏅' } },
  ],
  top: names.map((name, i) => ({ place: i + 1, name, score: 1860 - i * 170, size: 3 - (i % 2) })),
  size: 10,
  teams: 132,
}
const still: TeamShown = { ...shown, top: [], teams: null }
const nobody: TeamShown = { ...shown, top: [], teams: 0 }

const fresh: OwnTeam = {
  code: 'K7P2M',
  name: '早起鸟队',
  score: 0,
  place: null,
  members: [{ name: '小**鱼', scored: 0, me: true }],
  full: false,
  paid: [false, false],
  canLeave: true,
}
const going: OwnTeam = {
  ...fresh,
  score: 260,
  place: 12,
  members: [
    { name: '小**鱼', scored: 140, me: true },
    { name: '阿**宝', scored: 120, me: false },
  ],
  paid: [true, false],
  canLeave: false,
}
const whole: OwnTeam = {
  ...going,
  score: 1690,
  place: 2,
  members: [...going.members, { name: '林**夏', scored: 90, me: false }],
  full: true,
  paid: [true, true],
}

const play = (more: Partial<PlayScene<TeamShown, TeamMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine: { team: null }, ...more }) as unknown as PlayScene

const around: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before', shown: nobody }) },
  { name: 'ready', title: { zh: '进行中', en: 'Going' }, play: play({ mine: { team: going } }) },
  { name: 'alone', title: { zh: '还没有战队', en: 'No team yet' }, play: play() },
  { name: 'fresh', title: { zh: '刚刚组队', en: 'Just founded' }, play: play({ shown: nobody, mine: { team: fresh } }) },
  { name: 'full', title: { zh: '满员', en: 'Full' }, play: play({ mine: { team: whole } }) },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended', mine: { team: whole } }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline', mine: { team: going } }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]

export const teamBoardSamples: readonly Sample[] = [
  ...around,
  { name: 'nobody', title: { zh: '结束时没有战队', en: 'Ended without teams' }, play: play({ stage: 'ended', shown: nobody, mine: { team: null } }) },
]
export const teamCardSamples: readonly Sample[] = [
  ...around,
  { name: 'called', title: { zh: '好友喊我', en: 'Called by a friend' }, play: play(), state: { by: 'v1' } },
  { name: 'busy', title: { zh: '提交中', en: 'Sending' }, play: play(), state: { busy: true } },
  { name: 'refused', title: { zh: '满员被拒', en: 'Refused: full' }, play: play(), trouble: { code: 'full', title: '这支战队已经满员。' } },
]
