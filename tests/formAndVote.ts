import { isRefused, type Json } from '../schemas/play'
import { refusals } from '../schemas/refusals'
import type { RulesDocument } from '../schemas/rules'
import { receiptOf } from '../server/plays/receiptOf'
import { Refuse, problemAnswer } from '../server/problem'
import type { FormRules } from '../widgets/form/formSchema'
import { createLedgerWorld } from '../widgets/points/ledgerWorld'
import { playKinds } from '../widgets/rules'
import type { VoteRules } from '../widgets/vote/voteSchema'
import type { Answer, Asked } from './phoneServer'
import { testRules } from './renderWorld'

const now = '2026-01-02T12:00:00+08:00'
/** What only those who submitted are sent. */
export const secret = 'https://files.example/guide.pdf'
const form: FormRules = {
  kind: 'form',
  title: '下载',
  every: 'once',
  limit: null,
  reward: { give: 'points', play: 'points', min: 20, max: 20 },
  reveal: { text: '资料已备好', link: secret },
  fields: [
    { id: 'name', type: 'text', label: '姓名', required: true },
    { id: 'phone', type: 'phone', label: '手机号', required: true },
    { id: 'topics', type: 'choice', label: '主题', required: false, several: true, options: ['a', 'b', 'c'].map((id) => ({ id, text: `主题 ${id}` })) },
    { id: 'stars', type: 'rating', label: '评分', required: true },
    { id: 'ok', type: 'consent', label: '我同意', required: true },
  ],
}
const vote: VoteRules = {
  kind: 'vote',
  title: '投票',
  candidates: ['a', 'b', 'c'].map((id) => ({ id, title: `选手 ${id}` })),
  perVisitor: { perDay: 2, inAll: null },
  perCandidate: { perDay: 1, inAll: null },
  choice: 'several',
  results: 'live',
  order: 'given',
  freezeAt: null,
  reward: null,
}
/** A form and a vote. */
export const rules: RulesDocument = { ...testRules(), plays: { form, vote, points: { kind: 'points', title: '积分', multipliers: [] } as never } }

/** An invitation that counts at once, and teams. */
export const friendRules: RulesDocument = {
  ...rules,
  plays: {
    friends: { ...playKinds['invite']!.defaults, gift: { give: 'points', play: 'points', min: 5, max: 5 } } as never,
    teams: playKinds['team']!.defaults,
    points: rules.plays['points']!,
  },
}

/** The visitors' API as the product's plays decide by these rules, for one visitor at one instant. */
export function playing({ plays }: Pick<RulesDocument, 'plays'> = rules): (asked: Asked) => Answer {
  const world = createLedgerWorld({ ...rules, plays }, playKinds)
  const each = (show: (play: string) => Json) => Object.fromEntries(Object.keys(plays).map((play) => [play, show(play)]))
  return ({ path, body, key }) => {
    const at = Date.parse(now)
    if (path === 'state')
      return {
        body: {
          now: at,
          release: 'r1',
          stage: 'running',
          offline: false,
          plays: each((play) => ({ kind: plays[play]!.kind, stage: 'running', shown: world.shown(play, now) })),
        },
      }
    if (path === 'me') return { body: { now: at, visitor: 'mia', name: 'Mia', plays: each((play) => world.mine(play, now)), awards: [] } }
    const [, play, action] = path.split('/')
    if (!action) return { status: 202, body: {} }
    const outcome = world.act(play!, action, now, { input: (JSON.parse(body) as { input: Json }).input })
    try {
      const receipt = { id: key!, seq: 1, play: play!, action, at, dayKey: '2026-01-02', rulesVersion: 'v', release: 'r1', awards: [] }
      return {
        body: receiptOf(isRefused(outcome) ? { refused: outcome } : { receipt: { ...receipt, result: outcome.result }, replayed: false }, 'zh-CN').receipt,
      }
    } catch (error) {
      if (error instanceof Refuse) return { status: refusals[error.code].status, body: problemAnswer(error, 'zh-CN', 'q') }
      throw error
    }
  }
}
