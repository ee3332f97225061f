import {
  definePlay,
  refuse,
  type Command,
  type Effect,
  type Happening,
  type Json,
  type Onlooker,
  type Outcome,
  type PlayContext,
  type State,
  type ViewState,
} from '../../schemas/play'
import { schema } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { accountFor } from '../points/account'
import { promised, type Gain } from '../points/describeGrant'
import { earnedKey } from '../points/ledger'
import { changesOfTeam } from './changes'
import { problemsOfTeam } from './check'
import { create, join, leave, mayLeave, type TeamInput } from './join'
import { inKey, joinsKey, membersOf, paidKey, scoredKey, scoreKey, sizeKey, stayOf, teamKey, teamOf, teamsKey } from './records'
import { rewardReads, rewardTeam } from './settle'
import { teamStates } from './states'
import { teamSchema, type TeamRules } from './teamSchema'

export type TeamContext = PlayContext<TeamRules>

/** A team on the board. */
export interface ShownTeam {
  readonly place: number
  readonly name: string
  readonly score: number
  /** How many there are in it. */
  readonly size: number
}

/** What everybody sees of a challenge of teams. */
export interface TeamShown {
  readonly capacity: number
  readonly unit: Words | null
  readonly full: Gain | null
  /** Lower scores first. */
  readonly goals: readonly { readonly score: number; readonly gain: Gain }[]
  /** The best; empty where the rules alone speak. */
  readonly top: readonly ShownTeam[]
  readonly size: number
  /** How many teams there are; null: not known. */
  readonly teams: number | null
}

/** The team that a visitor is in. */
export interface OwnTeam {
  readonly code: string
  readonly name: string
  readonly score: number
  /** Null while it has no score. */
  readonly place: number | null
  /** In the order in which they joined; names are masked. */
  readonly members: readonly { readonly name: string; readonly scored: number; readonly me: boolean }[]
  /** Whether all were rewarded for its being full, and for each goal, in the order of the public ones. */
  readonly full: boolean
  readonly paid: readonly boolean[]
  readonly canLeave: boolean
}

export interface TeamMine {
  /** Null: none. */
  readonly team: OwnTeam | null
}

const nameInput = schema({
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 12, title: { zh: '队名', en: 'Name of the team' } } },
})
const joinInput = schema({
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['team'],
      properties: { team: { type: 'string', pattern: '^[ A-Za-z0-9]{1,12}$', title: { zh: '战队码', en: 'Team code' } } },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['by'],
      properties: { by: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$', title: { zh: '队员', en: 'Member' } } },
    },
  ],
})

const unjoined: TeamRules = {
  kind: 'team',
  title: { 'zh-CN': '战队', 'en': 'Teams' },
  capacity: 3,
  canLeave: true,
  score: { by: 'points', play: 'points' },
  size: 10,
  full: null,
  goals: [],
}

/** Teams (战队): visitors found and join them, and what members do counts for all. Its board is named as the play; members of the board are teams. */
export const team = definePlay<TeamRules, TeamInput>({
  kind: 'team',
  title: { zh: '战队', en: 'Teams' },
  schema: teamSchema,
  defaults: unjoined,
  begin(rules) {
    const { id, besides } = accountFor(rules)
    return { play: { ...unjoined, score: { by: 'points', play: id }, full: { give: 'points', play: id, min: 20, max: 20 } }, besides }
  },
  actions: {
    create: { title: { zh: '组建战队', en: 'Found a team' }, input: nameInput, by: 'visitor' },
    join: { title: { zh: '加入战队', en: 'Join a team' }, input: joinInput, by: 'visitor' },
    leave: { title: { zh: '退出战队', en: 'Leave the team' }, input: { type: 'object', additionalProperties: false, properties: {} }, by: 'visitor' },
  },
  reads(context, { visitor, input: { team: code, by } }) {
    const { id } = context
    const { counts = [], pools = [] } = rewardReads(context)
    const teams = code === undefined ? [] : [code.trim().toUpperCase()]
    return {
      counts: [
        ...counts,
        inKey(id, visitor),
        joinsKey(id, visitor),
        ...teams.map((each) => sizeKey(id, each)),
        ...(by === undefined ? [] : [inKey(id, by), joinsKey(id, by)]),
      ],
      pools,
      facts: teams.map((each) => teamKey(id, each)),
    }
  },
  decide: act,
  echoReads: ({ id }, { visitor }) => ({ counts: [inKey(id, visitor), joinsKey(id, visitor)] }),
  echo: score,
  publicReads: ({ id, play }) => ({ counts: [teamsKey(id)], tops: [{ board: id, n: play.size }] }),
  publicView: showAll,
  still: showRules,
  mineReads: ({ id }, { visitor }) => ({ counts: [inKey(id, visitor), joinsKey(id, visitor)] }),
  mineView: showMine,
  states: teamStates,
  check: problemsOfTeam,
  changes: ({ play: before }, { play: after }) => changesOfTeam(before, after),
})

function act(context: TeamContext, command: Command<TeamInput>, state: State): Outcome {
  if (command.action === 'create') return create(context, command, state)
  if (command.action === 'join') return join(context, command, state)
  return command.action === 'leave' ? leave(context, command, state) : refuse('unknown-action')
}

/** What members gained, or did, counts for their teams. */
function score(context: TeamContext, happening: Happening, state: State): readonly Effect[] {
  const teams = new Map<string, Scored[]>()
  for (const scored of scoredBy(context.play, happening)) {
    const stay = stayOf(state, context.id, scored.visitor)
    if (stay) teams.set(stay.team, [...(teams.get(stay.team) ?? []), scored])
  }
  return [...teams].flatMap(([code, scored]) => scoreOf(context, happening, state, { code, scored }))
}

interface Scored {
  readonly visitor: string
  readonly by: number
}

function scoredBy({ score: rule }: TeamRules, { command, play, effects }: Happening): Scored[] {
  if (rule.by === 'acts') return play === command.play && effects.length > 0 && rule.plays.includes(play) ? [{ visitor: command.visitor, by: rule.each }] : []
  const earned = earnedKey(rule.play, '')
  const gains = new Map<string, number>()
  for (const effect of effects) {
    if (effect.do !== 'count' || !effect.key.startsWith(earned)) continue
    const visitor = effect.key.slice(earned.length)
    gains.set(visitor, (gains.get(visitor) ?? 0) + effect.by)
  }
  return [...gains].map(([visitor, by]) => ({ visitor, by }))
}

function scoreOf(
  context: TeamContext,
  { command }: Happening,
  state: State,
  { code, scored }: { readonly code: string; readonly scored: readonly Scored[] },
): readonly Effect[] {
  const { id, play } = context
  const gained = scored.reduce((sum, { by }) => sum + by, 0)
  const reached = state.count(scoreKey(id, code)) + gained
  const rewards = play.goals.filter((goal) => goal.score <= reached).map((goal) => ({ grant: goal.grant, what: `goal/${goal.score}` }))
  const members = rewards.length > 0 ? membersOf(state, id, code) : []
  return [
    { do: 'count', key: scoreKey(id, code), by: gained },
    ...scored.map(({ visitor, by }) => ({ do: 'count', key: scoredKey(id, code, visitor), by }) as const),
    { do: 'rank', board: id, member: code, by: gained },
    ...rewardTeam(context, command, state, { team: code, members, rewards }).effects,
  ]
}

/** Lower scores first. */
function goalsOf({ goals }: TeamRules) {
  return [...goals].sort((a, b) => a.score - b.score)
}

function showRules({ rules, play }: TeamContext) {
  return {
    capacity: play.capacity,
    unit: play.unit ?? null,
    full: play.full && promised(play.full, rules),
    goals: goalsOf(play).map((goal) => ({ score: goal.score, gain: promised(goal.grant, rules) })),
    top: [],
    size: play.size,
    teams: null,
  } satisfies TeamShown & Json
}

function showAll(context: TeamContext, state: ViewState) {
  const { id, play } = context
  const top = state
    .top(id)
    .slice(0, play.size)
    .map(({ place, member, score: reached }) => ({
      place,
      name: teamOf(state, id, member)?.name ?? '',
      score: reached,
      size: state.count(sizeKey(id, member)),
    }))
  return { ...showRules(context), top, teams: state.count(teamsKey(id)) } satisfies TeamShown & Json
}

function showMine(context: TeamContext, { visitor }: Onlooker, state: ViewState) {
  const { id, play } = context
  const stay = stayOf(state, id, visitor)
  if (!stay) return { team: null } satisfies TeamMine & Json
  const { team: code } = stay
  return {
    team: {
      code,
      name: teamOf(state, id, code)?.name ?? '',
      score: state.count(scoreKey(id, code)),
      place: state.place(id, code)?.place ?? null,
      members: membersOf(state, id, code).map((member) => ({
        name: state.name(member),
        scored: state.count(scoredKey(id, code, member)),
        me: member === visitor,
      })),
      full: state.fact(paidKey(id, code, 'full')) !== undefined,
      paid: goalsOf(play).map((goal) => state.fact(paidKey(id, code, `goal/${goal.score}`)) !== undefined),
      canLeave: mayLeave(context, visitor, stay, state),
    },
  } satisfies TeamMine & Json
}
