import type { Gain } from '../points/describeGrant'
import type { PlayScene } from '../host'
import type { Sample } from '../sample'
import type { InviteMine, InviteShown, ShownFriend } from './rules'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const coins = (n: number): Gain => ({ give: 'points', title: both('积分', 'points'), min: n, max: n, times: 1, icon: null })
const chance: Gain = { give: 'chances', title: both('新春大转盘', 'New Year wheel'), min: 1, max: 1, times: 1, icon: null }
const coupon: Gain = { give: 'prize', title: both('20 元券', '¥20 voucher'), min: 1, max: 1, times: 1, icon: '🎟️' }

const shown: InviteShown = {
  reward: chance,
  gift: coins(20),
  rungs: [
    { friends: 1, gain: coins(10) },
    { friends: 3, gain: coins(50) },
    { friends: 5, gain: coupon },
  ],
  acts: 1,
  plays: [both('每日打卡', 'Daily check-in')],
  days: 7,
  perDay: 10,
  total: 3208,
}
const still: InviteShown = { ...shown, total: null }
const plain: InviteShown = { ...shown, reward: null, gift: null, rungs: [], acts: 0, plays: [], days: null, perDay: null }

const friend = (name: string, state: ShownFriend['state'], left = 0): ShownFriend => ({ name, state, left })
const nobody: InviteMine = { friends: [], brought: 0, counted: 0, paid: [false, false, false], today: 10, canBind: true, invited: null }
const some: InviteMine = {
  ...nobody,
  friends: [friend('小**鱼', 'pending', 1), friend('阿**宝', 'counted'), friend('林**夏', 'lapsed', 1), friend('南**风', 'counted')],
  brought: 4,
  counted: 2,
  paid: [true, false, false],
  today: 8,
  canBind: false,
}
const all: InviteMine = {
  ...some,
  friends: Array.from({ length: 8 }, (_, i) => friend(`友**${i}`, 'counted')),
  brought: 8,
  counted: 8,
  paid: [true, true, true],
  today: 0,
}
const invited: InviteMine = { ...nobody, canBind: false, invited: { name: '阿**花', state: 'pending', left: 1, until: '2026-01-11' } }

const play = (more: Partial<PlayScene<InviteShown, InviteMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine: nobody, ...more }) as unknown as PlayScene

const around: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before' }) },
  { name: 'ready', title: { zh: '邀请中', en: 'Inviting' }, play: play({ mine: some }) },
  { name: 'empty', title: { zh: '还没有好友', en: 'No friends yet' }, play: play() },
  { name: 'plain', title: { zh: '没有奖励', en: 'No rewards' }, play: play({ shown: plain, mine: { ...nobody, paid: [], today: null } }) },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended', mine: all }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline', mine: some }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]

export const inviteCardSamples: readonly Sample[] = [
  ...around,
  { name: 'all', title: { zh: '阶梯全部完成', en: 'All steps reached' }, play: play({ mine: all }) },
  // A picture of its own: what a page shows here is fetched.
  {
    name: 'code',
    title: { zh: '打开二维码', en: 'QR code open' },
    play: play({ mine: some }),
    state: { qr: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' },
  },
]

export const inviteWelcomeSamples: readonly Sample[] = [
  ...around.filter(({ name }) => name !== 'ready'),
  { name: 'ready', title: { zh: '被邀请', en: 'Invited' }, play: play({ mine: invited }) },
  {
    name: 'counted',
    title: { zh: '已计入', en: 'Counted' },
    play: play({ mine: { ...invited, invited: { name: '阿**花', state: 'counted', left: 0, until: null } } }),
  },
  {
    name: 'lapsed',
    title: { zh: '已过期', en: 'Too late' },
    play: play({ mine: { ...invited, invited: { name: '阿**花', state: 'lapsed', left: 1, until: '2026-01-07' } } }),
  },
  { name: 'refused', title: { zh: '不能接受', en: 'Cannot be accepted' }, play: play(), state: { why: '只有新朋友才能接受邀请。' } },
]
