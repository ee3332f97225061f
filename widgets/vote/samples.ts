import type { PlayScene } from '../host'
import type { Sample } from '../sample'
import type { Gain } from '../points/describeGrant'
import type { VoteResult } from './castVote'
import type { ShownCandidate, VoteMine, VoteShown } from './rules'

/** A drawing of its own instead of a photograph: two hills under a sun, in the colours given. */
function picture(sky: string, hills: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><path fill="${sky}" d="M0 0h320v240H0z"/><circle cx="230" cy="80" r="34" fill="#ffe9b0"/><path fill="${hills}" d="M0 240V150q80-70 160 0t160-10v100z"/></svg>`)}`
}

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const entry = (id: string, zh: string, en: string, more: Partial<ShownCandidate>): ShownCandidate => ({
  id,
  title: both(zh, en),
  text: '',
  image: null,
  votes: null,
  place: null,
  ...more,
})
const candidates = [
  entry('a', '春日山野', 'Spring hills', { text: both('摄影 · 小林', 'Photo by Lin'), image: picture('#9bd0e8', '#3f8f5f'), votes: 12_840, place: 1 }),
  entry('b', '海边黄昏', 'Dusk by the sea', { text: both('摄影 · 阿宝', 'Photo by Bao'), image: picture('#f3b38a', '#7a4f7d'), votes: 9621, place: 2 }),
  entry('c', '雪后初晴', 'After the snow', { text: both('摄影 · 云朵', 'Photo by Cloud'), image: picture('#c9dcf2', '#8aa6c8'), votes: 3407, place: 3 }),
  entry('d', '老街灯火', 'Old street lights', { text: both('摄影 · 南风', 'Photo by South Wind'), votes: 958, place: 4 }),
]
const shown: VoteShown = { candidates, total: 26_826, voters: 8_942, hidden: false, frozen: false, reward: null }
const unknown = candidates.map((each) => ({ ...each, votes: null, place: null }))
const still: VoteShown = { ...shown, candidates: unknown, total: null, voters: null }
const secret: VoteShown = { ...still, hidden: true }
const empty: VoteShown = { ...shown, candidates: candidates.map((each) => ({ ...each, votes: 0 })), total: 0, voters: 0 }
const mine: VoteMine = { left: 3, given: {}, closed: [], order: null }
const some: VoteMine = { left: 2, given: { a: 1 }, closed: ['a'], order: null }
const out: VoteMine = { left: 0, given: { a: 2, b: 1 }, closed: ['a', 'b'], order: null }
const coins: Gain = { give: 'points', title: both('积分', 'points'), min: 5, max: 5, times: 1, icon: null }
const last: VoteResult = { candidate: 'a', given: 1, left: 2, gained: coins }

const play = (more: Partial<PlayScene<VoteShown, VoteMine>> = {}): PlayScene =>
  // Interfaces are no `Json` to the compiler; these hold nothing else.
  ({ status: 'ready', stage: 'running', shown, mine, ...more }) as unknown as PlayScene

const around: readonly Sample[] = [
  { name: 'before', title: { zh: '未开始', en: 'Not started' }, play: play({ stage: 'before', shown: empty }) },
  { name: 'ready', title: { zh: '投票中', en: 'Ready' }, play: play() },
  { name: 'empty', title: { zh: '还没有票', en: 'No votes yet' }, play: play({ shown: empty }) },
  { name: 'hidden', title: { zh: '票数保密', en: 'Votes hidden' }, play: play({ shown: secret, mine: some }) },
  { name: 'closed', title: { zh: '投票已截止', en: 'Closed' }, play: play({ shown: { ...shown, frozen: true }, mine: some }) },
  { name: 'ended', title: { zh: '已结束', en: 'Ended' }, play: play({ stage: 'ended', mine: out }) },
  { name: 'offline', title: { zh: '已暂停', en: 'Paused' }, play: play({ status: 'offline' }) },
  { name: 'loading', title: { zh: '加载中', en: 'Loading' }, play: play({ status: 'loading', stage: 'before', shown: still, mine: null }) },
  { name: 'failed', title: { zh: '加载失败', en: 'Failed' }, play: play({ status: 'failed', stage: 'before', shown: still, mine: null }) },
]

export const voteSamples: readonly Sample[] = [
  ...around,
  { name: 'busy', title: { zh: '投票时', en: 'Voting' }, play: play(), state: { busy: 'a' } },
  { name: 'won', title: { zh: '刚投一票', en: 'Just voted' }, play: play({ mine: some }), state: { last } },
  { name: 'out', title: { zh: '票已投完', en: 'No votes left' }, play: play({ mine: out }) },
  { name: 'endless', title: { zh: '不限票数', en: 'No limit' }, play: play({ mine: { ...mine, left: null } }) },
  { name: 'refused', title: { zh: '被拒绝', en: 'Refused' }, play: play({ mine: out }), trouble: { code: 'no-chance-left', title: '今天的票投完了。' } },
]
export const voteRankingSamples = around
