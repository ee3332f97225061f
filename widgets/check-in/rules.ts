import { addDays } from '../../schemas/days'
import { accept, definePlay, refuse, type Command, type Effect, type Json, type Outcome, type PlayContext, type State } from '../../schemas/play'
import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import { accountFor } from '../points/account'
import { gained, promised, type Gain } from '../points/describeGrant'
import { grantReads, grantSchema } from '../points/grant'
import { spend } from '../points/ledger'
import { problemsOf } from './check'
import { changesBetween } from './changes'
import { dayOf, daysToMakeUp, nextOpening, openingOf, playDays } from './openDays'
import { milestonesOf, progressTo, type Milestone } from './milestones'
import { checkInsOf, dayPrefix, dayRecordKey, paidOf, paidPrefix, type DayRecord } from './records'
import { settle, type Settled } from './settle'
import { runningRun, streaksOf } from './streak'
import { checkInStates } from './states'

const hourSchema = schema({ type: 'integer', minimum: 0, maximum: 24 })
const daysSchema = schema({ 'type': 'integer', 'minimum': 1, 'maximum': 366, 'title': { zh: '天数', en: 'Days' }, 'x-unit': '天' })
const nothing = schema({ type: 'null', title: { zh: '无', en: 'None' } })

const makeupSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['cards', 'backDays'],
  title: { zh: '补签', en: 'Make-up' },
  properties: {
    cards: { type: 'integer', minimum: 0, maximum: 366, title: { zh: '免费补签卡', en: 'Free make-up cards' } },
    backDays: { type: 'integer', minimum: 1, maximum: 366, title: { zh: '可补最近几天', en: 'Days back' } },
    price: {
      type: 'object',
      additionalProperties: false,
      required: ['play', 'amount'],
      title: { zh: '用完后花积分补签', en: 'Price once the cards are used up' },
      properties: {
        play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' },
        amount: { type: 'integer', minimum: 1, maximum: 1_000_000, title: { zh: '每次花费', en: 'Price each' } },
      },
    },
  },
})

export const checkInSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'reward', 'streaks', 'totals', 'makeup'],
  properties: {
    kind: { const: 'check-in' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    window: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to'],
      title: { zh: '每日打卡时段', en: 'Hours of the day' },
      description: { zh: '留空则全天可打卡', en: 'Empty: all day' },
      properties: { from: { ...hourSchema, title: { zh: '从（时）', en: 'From (hour)' } }, to: { ...hourSchema, title: { zh: '到（时）', en: 'To (hour)' } } },
    },
    reward: {
      oneOf: [grantSchema, nothing],
      title: { zh: '每日奖励', en: 'Daily reward' },
      description: { zh: '补签不发每日奖励', en: 'A made-up day earns none' },
    },
    streaks: {
      type: 'array',
      maxItems: 20,
      title: { zh: '连续打卡奖励', en: 'Streak rewards' },
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['days', 'grant', 'once'],
        properties: {
          days: daysSchema,
          grant: grantSchema,
          once: {
            type: 'boolean',
            title: { zh: '只发一次', en: 'Once only' },
            description: { zh: '关闭后，断签重来可再次获得', en: 'Off: earned again by a new streak' },
          },
        },
      },
    },
    totals: {
      type: 'array',
      maxItems: 20,
      title: { zh: '累计打卡奖励', en: 'Rewards for days in all' },
      items: { type: 'object', additionalProperties: false, required: ['days', 'grant'], properties: { days: daysSchema, grant: grantSchema } },
    },
    makeup: { oneOf: [makeupSchema, nothing], title: { zh: '补签', en: 'Make-up' } },
  },
})
export type CheckInRules = Admitted<typeof checkInSchema>
export type CheckInContext = PlayContext<CheckInRules>

/** The answer to both actions. */
export interface CheckInResult {
  readonly day: string
  readonly streak: number
  readonly total: number
  readonly gained: readonly Gain[]
  /** Rewards that were due but had run out; milestones among them stay due. */
  readonly missed: readonly Gain[]
}

/** What everybody sees of a check-in. */
export interface CheckInShown {
  /** Empty where the rules alone speak; then `opens` and `closes` are 0. */
  readonly today: string
  /** The first and the last day of the play. */
  readonly first: string
  readonly last: string
  /** Today's hours in epoch ms, half-open; tomorrow's once today's are over. */
  readonly opens: number
  readonly closes: number
  /** The same hours by the clock of the activity's time zone, `06:00–09:00`; empty: all day. */
  readonly hours: string
  readonly reward: Gain | null
  readonly milestones: readonly { readonly of: Milestone['of']; readonly days: number; readonly gain: Gain }[]
  /** What a make-up costs once the free cards are used up; null: it cannot be bought. */
  readonly price: { readonly amount: number; readonly title: Gain['title'] } | null
}

/** What a visitor sees of their own check-ins. */
export interface CheckInMine {
  /** Days done, earliest first. */
  readonly days: readonly string[]
  readonly done: boolean
  readonly streak: number
  readonly longest: number
  readonly total: number
  /** Free make-up cards left. */
  readonly cards: number
  /** Missed days that can be made up now, earliest first; none for those who have neither cards nor a price to pay. */
  readonly open: readonly string[]
  /** Beside the public milestones, in the same order: days still to go, and whether it was earned. */
  readonly milestones: readonly { readonly left: number; readonly paid: boolean }[]
  /** The nearest milestone: days to go, and the day it is reached when none is missed. */
  readonly next: { readonly left: number; readonly day: string; readonly gain: Gain } | null
}

const makeUpInput = schema({
  type: 'object',
  additionalProperties: false,
  required: ['day'],
  properties: { day: { type: 'string', format: 'date', title: { zh: '日期', en: 'Day' } } },
})
type Input = { readonly day?: string }

const unjoined: CheckInRules = { kind: 'check-in', title: { 'zh-CN': '每日打卡', 'en': 'Daily check-in' }, reward: null, streaks: [], totals: [], makeup: null }

/** Daily check-in (打卡): a day is done at most once, and streaks and totals are always read off the days themselves. */
export const checkIn = definePlay<CheckInRules, Input>({
  kind: 'check-in',
  title: { zh: '每日打卡', en: 'Daily check-in' },
  schema: checkInSchema,
  defaults: unjoined,
  begin(rules) {
    const { id, besides } = accountFor(rules)
    return { play: { ...unjoined, reward: { give: 'points', play: id, min: 10, max: 10 } }, besides }
  },
  actions: {
    'check-in': { title: { zh: '打卡', en: 'Check in' }, input: { type: 'object', additionalProperties: false, properties: {} }, by: 'visitor' },
    'make-up': { title: { zh: '补签', en: 'Make up a day' }, input: makeUpInput, by: 'visitor' },
  },
  reads: ({ rules, id, play }, { visitor }) => {
    const wanted = [...(play.reward ? [play.reward] : []), ...milestonesOf(play).map(({ grant }) => grant)].map((grant) => grantReads(grant, rules))
    return {
      counts: wanted.flatMap(({ counts }) => counts),
      pools: wanted.flatMap(({ pools }) => pools),
      factsUnder: [dayPrefix(id, visitor), paidPrefix(id, visitor)],
    }
  },
  decide: (context, command, state) => (command.action === 'make-up' ? makeUp(context, command, state) : checkInToday(context, command, state)),
  publicReads: () => ({}),
  publicView: showAll,
  still: showRules,
  mineReads: ({ id }, { visitor }) => ({ factsUnder: [dayPrefix(id, visitor), paidPrefix(id, visitor)] }),
  mineView: showMine,
  states: checkInStates,
  check: problemsOf,
  changes: ({ play: before }, { play: after }) => changesBetween(before, after),
})

/** Today's check-in. Refuses a second one (`already-done`) and hours outside the window (`not-open`), both until the next opening. */
function checkInToday(context: CheckInContext, command: Command<Input>, state: State): Outcome {
  const { dayKey: today, at } = command
  const opening = openingOf(context, today)
  if (at < opening.opens) return refuse('not-open', { retryAt: opening.opens })
  if (checkInsOf(state, context.id, command.visitor).some(({ day }) => day === today)) return refuse('already-done', nextOpening(context, today))
  if (at >= opening.closes) return refuse('not-open', nextOpening(context, today))
  return record(context, command, state, { day: today, with: 'check-in' })
}

/** Makes up a missed day. Refuses days out of reach (`day-not-open`), done ones (`already-done`) and empty hands (`no-makeup-card`, `not-enough-points`). */
function makeUp(context: CheckInContext, command: Command<Input>, state: State): Outcome {
  const { makeup } = context.play
  const day = command.input.day ?? ''
  if (!makeup || !daysToMakeUp(context, command.dayKey).includes(day)) return refuse('day-not-open')
  const done = checkInsOf(state, context.id, command.visitor)
  if (done.some((each) => each.day === day)) return refuse('already-done')
  if (cardsLeft(makeup.cards, done) > 0) return record(context, command, state, { day, with: 'card' })
  if (!makeup.price) return refuse('no-makeup-card')
  return record(context, command, state, { day, with: 'points' }, spend(makeup.price.play, makeup.price.amount, command, `make-up/${day}`))
}

function cardsLeft(cards: number, done: readonly DayRecord[]): number {
  return Math.max(0, cards - done.filter((each) => each.with === 'card').length)
}

function record(context: CheckInContext, command: Command<Input>, state: State, added: DayRecord, price: readonly Effect[] = []): Outcome {
  const { id, rules } = context
  const days = [...checkInsOf(state, id, command.visitor).map(({ day }) => day), added.day]
  const settled = settle(context, command, state, added, days)
  return accept(resultOf(settled, added.day, days, command.dayKey, rules), [
    { do: 'fact', key: dayRecordKey(id, command.visitor, added.day), value: { with: added.with, at: command.at } },
    ...price,
    ...settled.effects,
  ])
}

function resultOf(settled: Settled, day: string, days: readonly string[], today: string, rules: CheckInContext['rules']) {
  const { current, total } = streaksOf(days, today)
  return {
    day,
    streak: current,
    total,
    gained: settled.granted.map((each) => gained(each, rules)),
    missed: settled.missed.map((each) => promised(each, rules)),
  } satisfies CheckInResult & Json
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

function currentHours(context: CheckInContext, today: string, at: number) {
  const hours = openingOf(context, today)
  return at < hours.closes ? hours : openingOf(context, addDays(today, 1))
}

function showAll(context: CheckInContext, _state: State, at: number) {
  const today = dayOf(context.rules.schedule, at)
  return { ...showRules(context), today, ...currentHours(context, today, at) } satisfies CheckInShown & Json
}

function showRules(context: CheckInContext) {
  const { rules, play } = context
  const { first, last } = playDays(context)
  const price = play.makeup?.price
  return {
    today: '',
    first,
    last,
    opens: 0,
    closes: 0,
    hours: play.window ? `${clock(play.window.from)}–${clock(play.window.to)}` : '',
    reward: play.reward && promised(play.reward, rules),
    milestones: milestonesOf(play).map(({ of, days, grant }) => ({ of, days, gain: promised(grant, rules) })),
    price: price ? { amount: price.amount, title: promised({ give: 'points', play: price.play, min: 0, max: 0 }, rules).title } : null,
  } satisfies CheckInShown & Json
}

function showMine(context: CheckInContext, { visitor, dayKey: today }: { readonly visitor: string; readonly dayKey: string }, state: State) {
  const { rules, id, play } = context
  const done = checkInsOf(state, id, visitor)
  const days = done.map(({ day }) => day)
  const { current, longest, total } = streaksOf(days, today)
  const paid = paidOf(state, id, visitor)
  const cards = play.makeup ? cardsLeft(play.makeup.cards, done) : 0
  const goals = milestonesOf(play).map(({ grant, ...milestone }) => ({ grant, ...progressTo({ grant, ...milestone }, runningRun(days, today), total, paid) }))
  const next = goals.filter(({ left }) => left > 0).sort((a, b) => a.left - b.left)[0]
  return {
    days,
    done: days.includes(today),
    streak: current,
    longest,
    total,
    cards,
    open: cards || play.makeup?.price ? daysToMakeUp(context, today).filter((day) => !days.includes(day)) : [],
    milestones: goals.map(({ left, paid: isPaid }) => ({ left, paid: isPaid })),
    next: next ? { left: next.left, day: addDays(today, next.left - (days.includes(today) ? 0 : 1)), gain: promised(next.grant, rules) } : null,
  } satisfies CheckInMine & Json
}
