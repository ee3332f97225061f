import type { Json, Receipt } from '../../schemas/play'
import type { PlayScene, WonPrize } from '../host'
import type { Sample } from '../sample'
import type { Chances } from './chances'
import type { LotteryMine, LotteryShown, ShownSlot } from './shown'

/** The start of the activity in samples: what is dated counts from here. */
const start = Date.parse('2026-02-16T12:00:00+08:00')
const hour = 3_600_000

const slot = (id: string | null, zh: string, en: string, icon: string, oddsPpm: number, more: Partial<ShownSlot> = {}): ShownSlot => ({
  id,
  title: { 'zh-CN': zh, en },
  tier: null,
  icon,
  image: null,
  oddsPpm,
  wins: true,
  isSoldOut: false,
  left: null,
  stock: null,
  capPerVisitor: null,
  ...more,
})

const slots: readonly ShownSlot[] = [
  slot('phone', '新款手机', 'Phone', '📱', 100, { tier: { 'zh-CN': '一等奖', 'en': '1st prize' } }),
  slot('c20', '20 元券', '¥20 off', '🎟️', 100_000),
  slot('p50', '50 积分', '50 points', '🪙', 200_000),
  slot('buds', '蓝牙耳机', 'Earbuds', '🎧', 1_000, { tier: { 'zh-CN': '二等奖', 'en': '2nd prize' } }),
  slot('again', '再来一次', 'Once more', '🔄', 100_000),
  slot('mug', '马克杯', 'Mug', '☕', 10_000, { tier: { 'zh-CN': '三等奖', 'en': '3rd prize' } }),
  slot('c5', '5 元券', '¥5 off', '🧧', 300_000),
  slot(null, '参与奖', 'Small prize', '🎁', 288_900),
]

const shown: LotteryShown = {
  slots,
  outOfStock: 'fallback',
  isSoldOut: false,
  perDay: 1,
  inAll: null,
  winCapPerVisitor: 3,
  units: { lucky: { 'zh-CN': '福气值', 'en': 'luck' } },
  winners: [
    ['1**8', '5 元券', '¥5 off'],
    ['小*', '马克杯', 'Mug'],
    ['M**a', '20 元券', '¥20 off'],
    ['138****0021', '蓝牙耳机', 'Earbuds'],
    ['林**', '5 元券', '¥5 off'],
    ['K*', '20 元券', '¥20 off'],
  ].map(([name, zh, en], i) => ({ name: name!, title: { 'zh-CN': zh!, 'en': en! }, at: start - i * hour })),
}

const mine = (chances: Partial<Chances>, nextAt: number | null = start + 12 * hour): LotteryMine => ({
  chances: { left: 0, today: 0, earned: 0, inAll: null, ...chances },
  drawnToday: 1,
  drawn: 1,
  wins: 1,
  nextAt,
})

const scene = (more: Partial<PlayScene<LotteryShown, LotteryMine>>): PlayScene => {
  // What the plays of a page show is JSON to everyone but their own widgets.
  return { status: 'ready', stage: 'running', shown, mine: mine({ left: 3, today: 1, earned: 2 }), ...more } as unknown as PlayScene
}

/** What the rules alone say: where a page starts, and what stays when the server cannot be heard. */
const still: LotteryShown = { ...shown, winners: null }

const soldOut: LotteryShown = { ...shown, isSoldOut: true, slots: slots.map((each) => ({ ...each, isSoldOut: true })) }

const receipt = (slotId: string | null, result: { readonly [key: string]: Json }, awards: Receipt['awards'] = []): Receipt => ({
  id: 'r1',
  seq: 7,
  play: 'wheel',
  action: 'draw',
  at: start,
  dayKey: '2026-02-16',
  rulesVersion: 'v1',
  release: 'r',
  result: { slot: slotId, prize: null, granted: null, chances: { left: 2, today: 0, earned: 2, inAll: null }, ...result },
  awards,
})

const mug: Receipt['awards'][number] = {
  id: 'w1',
  play: 'wheel',
  state: 'granted',
  at: start,
  snapshot: {
    prize: 'mug',
    title: { 'zh-CN': '新春马克杯', 'en': 'New Year mug' },
    type: 'physical',
    icon: '☕',
    tier: { 'zh-CN': '三等奖', 'en': '3rd prize' },
  },
}

const common: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: scene({ stage: 'before', mine: mine({ left: 1, today: 1 }) }), sinceStart: -hour },
  { name: 'ready', title: { zh: '进行中', en: 'Running' }, play: scene({}) },
]

const closed: readonly Sample[] = [
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: scene({ stage: 'ended' }) },
  { name: 'offline', title: { zh: '已下线', en: 'Offline' }, play: scene({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: scene({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: scene({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]

const byRules = (sample: Sample): Sample => ({ ...sample, byRules: true })

export const wheelSamples: readonly Sample[] = [
  ...common.map(byRules),
  { name: 'spinning', title: { zh: '旋转中', en: 'Spinning' }, play: scene({}), state: { busy: true, turned: 700 } },
  {
    name: 'won',
    title: { zh: '中奖', en: 'Won' },
    play: scene({}),
    state: { turned: 135, receipt: receipt('mug', { prize: 'mug', granted: { give: 'prize', prize: 'mug' } }, [mug]) },
  },
  {
    name: 'consoled',
    title: { zh: '参与奖', en: 'Small prize' },
    play: scene({}),
    state: { turned: 45, receipt: receipt(null, { granted: { give: 'points', play: 'points', amount: 8, base: 8, multiplier: 1 } }) },
  },
  {
    name: 'own-unit',
    title: { zh: '自有单位', en: 'Own unit' },
    play: scene({}),
    state: { turned: 45, receipt: receipt(null, { granted: { give: 'points', play: 'lucky', amount: 8, base: 8, multiplier: 1 } }) },
  },
  { name: 'lost', title: { zh: '未中奖', en: 'No win' }, play: scene({}), state: { turned: 45, receipt: receipt(null, {}) } },
  byRules({ name: 'done-today', title: { zh: '今日已抽完', en: 'Done for today' }, play: scene({ mine: mine({}) }) }),
  byRules({ name: 'to-earn', title: { zh: '还没有机会', en: 'Chances to be earned' }, play: scene({ mine: mine({}, null) }) }),
  byRules({
    name: 'no-chances',
    title: { zh: '机会用完', en: 'No chances' },
    play: scene({ mine: mine({ inAll: 0 }, null) }),
    trouble: { code: 'limit-reached', title: '已达到次数上限。' },
  }),
  { name: 'sold-out', title: { zh: '奖品发完', en: 'Sold out' }, play: scene({ shown: soldOut }) },
  ...closed.map(byRules),
  byRules({
    name: 'lost-network',
    title: { zh: '网络中断', en: 'Network lost' },
    play: scene({}),
    trouble: { code: 'no-network', title: '网络不太顺畅，请重试。' },
  }),
]

const won: readonly WonPrize[] = [
  { id: 'a1', play: 'wheel', title: '新春马克杯', tier: '三等奖', type: 'physical', icon: '☕', state: 'granted', at: start, terms: '中奖后 7 天内填写地址' },
  {
    id: 'a2',
    play: 'wheel',
    title: '20 元优惠券',
    type: 'code',
    icon: '🎟️',
    state: 'fulfilled',
    at: start - hour,
    code: 'SPRING-8F2K-20',
    terms: '满 100 元可用',
  },
  { id: 'a3', play: 'sign', title: '积分红包', type: 'points', icon: '🧧', state: 'fulfilled', at: start - 2 * hour, amount: 50, unit: '福气值' },
  { id: 'a4', play: 'wheel', title: '蓝牙耳机', tier: '二等奖', type: 'physical', icon: '🎧', state: 'held', at: start - 3 * hour },
]

export const prizesSamples: readonly Sample[] = [
  ...common.map((sample) => ({ ...sample, won: [] })),
  { name: 'won', title: { zh: '有奖品', en: 'With prizes' }, play: scene({}), won },
  { name: 'copied', title: { zh: '已复制', en: 'Copied' }, play: scene({}), won, state: { copied: 'a2' } },
  { name: 'missed', title: { zh: '结束时没有奖品', en: 'Ended without prizes' }, play: scene({ stage: 'ended' }), won: [] },
  ...closed.map((sample) => ({ ...sample, won: sample.name === 'ended' || sample.name === 'offline' ? won : null })),
]

export const winnersSamples: readonly Sample[] = [
  ...common,
  { name: 'few', title: { zh: '两位中奖者', en: 'Two winners' }, play: scene({ shown: { ...shown, winners: shown.winners!.slice(0, 2) } }) },
  { name: 'empty', title: { zh: '还没有人中奖', en: 'Nobody yet' }, play: scene({ shown: { ...shown, winners: [] } }) },
  { name: 'nobody', title: { zh: '结束时无人中奖', en: 'Ended without winners' }, play: scene({ stage: 'ended', shown: { ...shown, winners: [] } }) },
  ...closed,
]

const voucher = (left: number | null): LotteryShown => ({
  ...shown,
  slots: [slot('big', '100 元神券', '¥100 voucher', '🧧', 1_000_000, { left, stock: 300, isSoldOut: left === 0, capPerVisitor: 1 })],
  isSoldOut: left === 0,
  outOfStock: 'no-win',
})
const unspent = { ...mine({ left: 1, today: 1, inAll: 1 }), drawn: 0, wins: 0 }

export const ticketSamples: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: scene({ stage: 'before', shown: voucher(300), mine: unspent }), sinceStart: -hour },
  { name: 'ready', title: { zh: '可抢', en: 'To be had' }, play: scene({ shown: voucher(123), mine: unspent }) },
  { name: 'few', title: { zh: '所剩无几', en: 'Few left' }, play: scene({ shown: voucher(4), mine: unspent }) },
  { name: 'busy', title: { zh: '抢的时候', en: 'Asking' }, play: scene({ shown: voucher(123), mine: unspent }), state: { busy: true } },
  { name: 'got', title: { zh: '已抢到', en: 'Got one' }, play: scene({ shown: voucher(122), mine: mine({ inAll: 0 }, null) }) },
  { name: 'sold-out', title: { zh: '已抢光', en: 'Gone' }, play: scene({ shown: voucher(0), mine: unspent }) },
  { name: 'untold', title: { zh: '不公开剩余', en: 'Stock not told' }, play: scene({ mine: unspent }) },
  ...closed,
]
