import { accept, definePlay, refuse, type Json, type Placed, type PlayContext, type RuleChange, type RuleProblem } from '../../schemas/play'
import { idSchema, instantSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { accountFor } from '../points/account'
import type { Bilingual, Words } from '../../schemas/words'
import { leaderboardStates } from './states'

export const leaderboardSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'feed', 'size', 'tie', 'freezeAt'],
  properties: {
    kind: { const: 'leaderboard' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    feed: {
      oneOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['by', 'play'],
          title: { zh: '积分', en: 'Points gained' },
          properties: {
            by: { const: 'points' },
            play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' },
          },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['by'],
          title: { zh: '后台上报', en: 'Your own server' },
          properties: { by: { const: 'backend' } },
        },
      ],
      // A discriminator admits whatever is no record, null included.
      type: 'object',
      discriminator: { propertyName: 'by' },
      title: { zh: '分数来源', en: 'Scores come from' },
    },
    size: { type: 'integer', minimum: 1, maximum: 100, title: { zh: '上榜人数', en: 'Places shown' } },
    tie: { 'enum': ['earlier-first'], 'x-names': [{ zh: '先达到者在前', en: 'Who reached it first' }], 'title': { zh: '同分时', en: 'On equal scores' } },
    freezeAt: {
      oneOf: [instantSchema, { type: 'null' }],
      title: { zh: '锁榜时间', en: 'Freezes at' },
      description: { zh: '此后成绩不再变化', en: 'Scores no longer change from then on' },
    },
    unit: { ...wordsSchema, title: { zh: '单位', en: 'Unit' } },
  },
})
export type LeaderboardRules = Admitted<typeof leaderboardSchema>

/** Whether scores no longer change at `at` (epoch ms). */
export function isFrozen({ freezeAt }: LeaderboardRules, at: number): boolean {
  return freezeAt !== null && at >= Date.parse(freezeAt)
}

const scoreSchema = schema({ type: 'integer', minimum: 0, maximum: 2 ** 40 })
/** The score reached, or what it rises by. */
const inputSchema = schema({
  oneOf: [
    { type: 'object', additionalProperties: false, required: ['score'], properties: { score: scoreSchema } },
    { type: 'object', additionalProperties: false, required: ['add'], properties: { add: scoreSchema } },
  ],
})
type ScoreInput = Admitted<typeof inputSchema>

/** What everybody sees of a board. Names are masked. */
export interface LeaderboardShown {
  readonly top: readonly Placed[]
  /** Places that the board shows at most. */
  readonly size: number
  /** Members on the whole board; null where the rules alone speak, and nobody is known yet. */
  readonly members: number | null
  readonly frozen: boolean
  /** Epoch ms; null: never. */
  readonly freezeAt: number | null
  readonly unit: Words | null
}

/** A visitor's own place; `me` is null while they have no score. */
export interface LeaderboardMine {
  readonly me: { readonly place: number; readonly score: number } | null
}

type Context = PlayContext<LeaderboardRules>

const unjoined: LeaderboardRules = {
  kind: 'leaderboard',
  title: { 'zh-CN': '排行榜', 'en': 'Leaderboard' },
  feed: { by: 'backend' },
  size: 10,
  tie: 'earlier-first',
  freezeAt: null,
}

/** A ranking: fed by points gained, or by scores that the customer's own server reports. Its board is named as the play. */
export const leaderboard = definePlay<LeaderboardRules, ScoreInput>({
  kind: 'leaderboard',
  title: { zh: '排行榜', en: 'Leaderboard' },
  schema: leaderboardSchema,
  defaults: unjoined,
  begin(rules) {
    const { id, besides } = accountFor(rules)
    return { play: { ...unjoined, feed: { by: 'points', play: id } }, besides }
  },
  actions: { score: { title: { zh: '上报成绩', en: 'Report a score' }, input: inputSchema, by: 'backend' } },
  reads: () => ({}),
  decide({ id, play }, { visitor, input, at }) {
    if (play.feed.by !== 'backend') return refuse('unknown-action')
    if (isFrozen(play, at)) return refuse('frozen')
    const change = 'score' in input ? { to: input.score } : { by: input.add }
    return accept(input, [{ do: 'rank', board: id, member: visitor, ...change }])
  },
  publicReads: ({ id, play }) => ({ tops: [{ board: id, n: play.size }] }),
  publicView: ({ id, play }, state, at) =>
    ({
      top: state
        .top(id)
        .slice(0, play.size)
        .map(({ place, name, score }) => ({ place, name, score })),
      members: state.size(id),
      frozen: isFrozen(play, at),
      ...showRules(play),
    }) satisfies LeaderboardShown & Json,
  still: ({ play }) => ({ top: [], members: null, frozen: false, ...showRules(play) }) satisfies LeaderboardShown & Json,
  mineReads: ({ id }, { visitor }) => ({ places: [{ board: id, member: visitor }] }),
  mineView({ id }, { visitor }, state) {
    const mine = state.place(id, visitor)
    return { me: mine && { place: mine.place, score: mine.score } } satisfies LeaderboardMine
  },
  states: leaderboardStates,
  check: problemsOf,
  changes: ({ play: before }, { play: after }) => [...feedChange(before, after), ...freezeChange(before, after), ...sizeChange(before, after)],
})

function showRules({ size, freezeAt, unit }: LeaderboardRules) {
  return { size, freezeAt: freezeAt === null ? null : Date.parse(freezeAt), unit: unit ?? null }
}

function problemsOf({ rules, play: { feed, freezeAt } }: Context): RuleProblem[] {
  const found: RuleProblem[] = []
  if (feed.by === 'points' && rules.plays[feed.play]?.kind !== 'points') {
    found.push({ path: '/feed/play', severity: 'error', message: { zh: `没有积分账户“${feed.play}”`, en: `There is no points account "${feed.play}".` } })
  }
  if (freezeAt !== null && Date.parse(freezeAt) <= Date.parse(rules.schedule.startsAt)) {
    found.push({
      path: '/freezeAt',
      severity: 'error',
      message: { zh: '锁榜时间早于活动开始，榜单不会有成绩', en: 'The board freezes before the activity starts, so nobody could score.' },
    })
  }
  if (freezeAt !== null && Date.parse(freezeAt) > Date.parse(rules.schedule.endsAt)) {
    found.push({
      path: '/freezeAt',
      severity: 'warning',
      message: { zh: '锁榜时间晚于活动结束，不起作用', en: 'The board freezes after the activity has ended, which has no effect.' },
    })
  }
  return found
}

const change = (kind: RuleChange['class'], zh: string, en: string): RuleChange[] => [{ class: kind, text: { zh, en } satisfies Bilingual }]

function feedChange(before: LeaderboardRules, after: LeaderboardRules): RuleChange[] {
  return JSON.stringify(before.feed) === JSON.stringify(after.feed) ? [] : change('breaking', '分数来源改变', 'Scores come from another source')
}

function freezeChange(before: LeaderboardRules, after: LeaderboardRules): RuleChange[] {
  const [was, is] = [before, after].map(({ freezeAt }) => (freezeAt === null ? Infinity : Date.parse(freezeAt))) as [number, number]
  if (was === is) return []
  return is < was ? change('adverse', '锁榜时间提前', 'The board freezes earlier') : change('favourable', '锁榜时间推后', 'The board freezes later')
}

function sizeChange({ size: was }: LeaderboardRules, { size: is }: LeaderboardRules): RuleChange[] {
  if (was === is) return []
  return is < was
    ? change('adverse', `上榜人数由 ${was} 减为 ${is}`, `Places shown fall from ${was} to ${is}`)
    : change('favourable', `上榜人数由 ${was} 增为 ${is}`, `Places shown rise from ${was} to ${is}`)
}
