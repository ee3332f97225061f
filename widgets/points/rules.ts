import { balanceKey, entriesPrefix } from '../../schemas/keys'
import { definePlay, refuse, type Json, type PlayContext, type RuleChange, type RuleProblem, type State } from '../../schemas/play'
import type { RulesDocument, Schedule } from '../../schemas/rules'
import { idSchema, schema, wordsSchema, type Admitted } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { newAccount } from './account'
import { earnedKey, issuedKey, multiplierAt, type Entry } from './ledger'
import { pointsStates } from './states'

export const pointsSchema = schema({
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'title', 'multipliers'],
  properties: {
    kind: { const: 'points' },
    title: { ...wordsSchema, title: { zh: '名称', en: 'Title' } },
    phases: { type: 'array', maxItems: 32, items: { ...idSchema, 'x-control': 'phase' }, title: { zh: '开放阶段', en: 'Open in phases' } },
    unit: { ...wordsSchema, title: { zh: '单位', en: 'Unit' }, description: { zh: '例如“积分”“福气值”', en: 'For example “points” or “stars”' } },
    multipliers: {
      type: 'array',
      maxItems: 16,
      title: { zh: '阶段加倍', en: 'Multipliers by phase' },
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['phase', 'times'],
        properties: {
          phase: { ...idSchema, 'title': { zh: '阶段', en: 'Phase' }, 'x-control': 'phase' },
          times: { 'type': 'integer', 'minimum': 1, 'maximum': 10, 'title': { zh: '倍数', en: 'Times' }, 'x-unit': '×' },
        },
      },
    },
    budget: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000_000_000,
      title: { zh: '发放总预算', en: 'Total budget' },
      description: { zh: '发完为止；留空则不限', en: 'Nothing more is given once it is used up; empty: no limit' },
    },
  },
})
export type PointsRules = Admitted<typeof pointsSchema>

/** What everybody sees of an account. */
export interface PointsShown {
  /** How many times over points count now. */
  readonly multiplier: number
  /** When that changes back (epoch ms); null while points count once. */
  readonly until: number | null
  readonly unit: Words | null
  /** Points that can still be given; null: without limit, or not known. */
  readonly left: number | null
}

/** One line of a visitor's account as they read it: the entry, and the title of the play that caused it. */
export interface ShownEntry {
  readonly delta: number
  readonly multiplier: number
  readonly at: number
  readonly title: Words
}

export interface PointsMine {
  readonly balance: number
  /** Everything ever gained; spending does not lower it. */
  readonly earned: number
  /** The last ones, newest first. */
  readonly entries: readonly ShownEntry[]
}

type Context = PlayContext<PointsRules>

const shownEntries = 20

/** An account of points. Visitors do nothing to it: other plays give and take through `grant` and `spend`. */
export const points = definePlay<PointsRules>({
  kind: 'points',
  title: { zh: '积分', en: 'Points' },
  schema: pointsSchema,
  defaults: newAccount,
  actions: {},
  reads: () => ({}),
  decide: () => refuse('unknown-action'),
  publicReads: ({ id, play }) => ({ counts: play.budget === undefined ? [] : [issuedKey(id)] }),
  publicView: ({ rules, id, play }, state, at) =>
    ({
      multiplier: multiplierAt(play.multipliers, rules.schedule, at),
      until: multipliedUntil(play, rules.schedule, at),
      unit: play.unit ?? null,
      left: play.budget === undefined ? null : Math.max(0, play.budget - state.count(issuedKey(id))),
    }) satisfies PointsShown & Json,
  still: ({ play }) => ({ multiplier: 1, until: null, unit: play.unit ?? null, left: null }) satisfies PointsShown & Json,
  mineReads: ({ id }, { visitor }) => ({
    counts: [balanceKey(id, visitor), earnedKey(id, visitor)],
    factsUnder: [{ prefix: entriesPrefix(id, visitor), last: shownEntries }],
  }),
  mineView: ({ rules, id }, { visitor }, state) =>
    ({
      balance: state.count(balanceKey(id, visitor)),
      earned: state.count(earnedKey(id, visitor)),
      entries: entriesOf(state, id, visitor)
        .slice(-shownEntries)
        .reverse()
        .map((entry) => showEntry(entry, rules)),
    }) satisfies PointsMine & Json,
  states: pointsStates,
  check: problemsOf,
  changes: ({ play: before }, { play: after }) => [...multiplierChanges(before, after), ...budgetChange(before, after)],
})

/** A visitor's account as far as it was asked for, oldest first. */
export function entriesOf(state: State, id: string, visitor: string): Entry[] {
  // Only `enter` writes under this prefix.
  return state.factsUnder(entriesPrefix(id, visitor)).map(({ value }) => value as unknown as Entry)
}

function showEntry({ delta, multiplier, at, reason }: Entry, rules: RulesDocument) {
  return { delta, multiplier, at, title: rules.plays[reason.split('/')[0]!]?.title ?? '' }
}

/** The end of the phase whose multiplier is in force. */
function multipliedUntil({ multipliers }: PointsRules, schedule: Schedule, at: number): number | null {
  const now = multiplierAt(multipliers, schedule, at)
  if (now === 1) return null
  const ends = schedule.phases
    .filter(
      ({ id, startsAt, endsAt }) =>
        multipliers.some(({ phase, times }) => phase === id && times === now) && Date.parse(startsAt) <= at && at < Date.parse(endsAt),
    )
    .map(({ endsAt }) => Date.parse(endsAt))
  return Math.max(...ends)
}

function problemsOf({ rules, play: { multipliers } }: Context): RuleProblem[] {
  const known = rules.schedule.phases.map(({ id }) => id)
  return multipliers.flatMap(({ phase }, i): RuleProblem[] => {
    const path = `/multipliers/${i}/phase`
    if (!known.includes(phase)) return [{ path, severity: 'error', message: { zh: `没有阶段“${phase}”`, en: `There is no phase "${phase}".` } }]
    if (multipliers.findIndex((other) => other.phase === phase) < i)
      return [
        { path, severity: 'warning', message: { zh: '这个阶段写了两次，取较大的倍数', en: 'This phase is listed twice; the greater multiplier counts.' } },
      ]
    return []
  })
}

function multiplierChanges(before: PointsRules, after: PointsRules): RuleChange[] {
  const timesIn = ({ multipliers }: PointsRules, phase: string) => Math.max(1, ...multipliers.filter((each) => each.phase === phase).map(({ times }) => times))
  const phases = [...new Set([...before.multipliers, ...after.multipliers].map(({ phase }) => phase))]
  return phases.flatMap((phase): RuleChange[] => {
    const [was, is] = [timesIn(before, phase), timesIn(after, phase)]
    if (was === is) return []
    return [
      {
        class: is < was ? 'adverse' : 'favourable',
        text: { zh: `阶段“${phase}”由 ${was} 倍变为 ${is} 倍`, en: `Points in phase "${phase}" go from ${was}× to ${is}×` },
      },
    ]
  })
}

function budgetChange(before: PointsRules, after: PointsRules): RuleChange[] {
  const [was, is] = [before.budget ?? Infinity, after.budget ?? Infinity]
  if (was === is) return []
  return [
    is < was
      ? { class: 'adverse', text: { zh: '积分预算减少', en: 'The budget of points falls' } }
      : { class: 'favourable', text: { zh: '积分预算增加', en: 'The budget of points rises' } },
  ]
}
