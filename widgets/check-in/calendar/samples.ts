import type { PlayScene } from '../../host'
import type { Sample } from '../../sample'
import type { Gain } from '../../points/describeGrant'
import type { CheckInMine, CheckInShown } from '../rules'

const coins = (amount: number, times = 1): Gain => ({ give: 'points', title: { 'zh-CN': '积分', 'en': 'points' }, min: amount, max: amount, times, icon: null })
const chance: Gain = { give: 'chances', title: { 'zh-CN': '抽奖机会', 'en': 'draws' }, min: 2, max: 2, times: 1, icon: null }
const badge: Gain = { give: 'prize', title: { 'zh-CN': '新年徽章', 'en': 'New Year badge' }, min: 1, max: 1, times: 1, icon: '🏅' }

/** Far enough off both ways for any clock that a sample is shown at. */
const always = { opens: 0, closes: 4e12 }
const shown: CheckInShown = {
  today: '2026-01-15',
  first: '2026-01-05',
  last: '2026-02-04',
  ...always,
  hours: '',
  reward: coins(10),
  milestones: [
    { of: 'streak', days: 3, gain: chance },
    { of: 'streak', days: 7, gain: badge },
    { of: 'total', days: 20, gain: coins(200) },
  ],
  price: { amount: 50, title: { 'zh-CN': '积分', 'en': 'points' } },
}
/** What the rules alone say: where a page starts, and what stays when the server cannot be heard. */
const still: CheckInShown = { ...shown, today: '', opens: 0, closes: 0 }
const before9 = ['2026-01-05', '2026-01-06', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12', '2026-01-14']
const mine: CheckInMine = {
  days: before9,
  done: false,
  streak: 1,
  longest: 5,
  total: 8,
  cards: 1,
  open: ['2026-01-13'],
  milestones: [
    { left: 2, paid: false },
    { left: 6, paid: false },
    { left: 12, paid: false },
  ],
  next: { left: 2, day: '2026-01-16', gain: chance },
}
const fresh: CheckInMine = {
  ...mine,
  days: [],
  streak: 0,
  longest: 0,
  total: 0,
  open: [],
  milestones: [
    { left: 3, paid: false },
    { left: 7, paid: false },
    { left: 20, paid: false },
  ],
  next: { left: 3, day: '2026-01-17', gain: chance },
}
const done: CheckInMine = {
  ...mine,
  days: [...before9, '2026-01-13', '2026-01-15'],
  done: true,
  streak: 8,
  longest: 8,
  total: 10,
  cards: 0,
  open: [],
  milestones: [
    { left: 0, paid: true },
    { left: 0, paid: true },
    { left: 10, paid: false },
  ],
  next: { left: 10, day: '2026-01-25', gain: coins(200) },
}
const play = (more: Partial<PlayScene<CheckInShown, CheckInMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine, ...more }) as unknown as PlayScene

export const checkInCalendarSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before', mine: fresh }) },
  { name: 'ready', title: { zh: '可签到', en: 'Ready' }, play: play() },
  { name: 'done-today', title: { zh: '今日已签', en: 'Done today' }, play: play({ mine: done }) },
  {
    name: 'won',
    title: { zh: '刚刚签到', en: 'Just checked in' },
    play: play({ mine: done }),
    state: { last: { day: '2026-01-15', streak: 8, total: 10, gained: [coins(20, 2), badge], missed: [] } },
  },
  { name: 'make-up', title: { zh: '选择补签', en: 'Making up' }, play: play(), state: { pick: '2026-01-13' } },
  { name: 'busy', title: { zh: '签到中', en: 'Checking in' }, play: play(), state: { busy: true } },
  {
    name: 'closed-hours',
    title: { zh: '未到时段', en: 'Outside the hours' },
    play: play({ shown: { ...shown, opens: 3.9e12, closes: 4e12, hours: '06:00–09:00' } }),
    sinceStart: 0,
  },
  { name: 'refused', title: { zh: '被拒绝', en: 'Refused' }, play: play(), trouble: { code: 'no-makeup-card', title: '没有补签卡。' } },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended', mine: { ...done, open: ['2026-01-14'] } }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]
