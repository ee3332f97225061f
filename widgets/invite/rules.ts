import { addDays } from '../../schemas/days'
import {
  accept,
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
import type { RulesDocument } from '../../schemas/rules'
import { schema } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { accountFor } from '../points/account'
import { promised, type Gain } from '../points/describeGrant'
import { changesOfInvite } from './changes'
import { problemsOfInvite } from './check'
import { inviteSchema, type InviteRules } from './inviteSchema'
import {
  actsKey,
  allBroughtKey,
  allCountedKey,
  bondKey,
  bondOf,
  broughtKey,
  countedKey,
  friendKey,
  friendsPrefix,
  oldKey,
  qualifiedKey,
  rewardedOnDayKey,
  rungKey,
  type Bond,
} from './records'
import { settle, settleReads } from './settle'
import { inviteStates } from './states'

export type InviteContext = PlayContext<InviteRules>

/** What a receipt of `bind` says. */
export interface BindResult {
  /** Whether the invitation counts already. */
  readonly counts: boolean
  /** What the friend was given for it; null: nothing yet. */
  readonly gift: Gain | null
}

/** What everybody sees of an invitation. */
export interface InviteShown {
  /** What the inviter gets for each friend, and what the friend gets. */
  readonly reward: Gain | null
  readonly gift: Gain | null
  /** Fewer friends first. */
  readonly rungs: readonly { readonly friends: number; readonly gain: Gain }[]
  /** Acts that make a friend count, the plays they are done in, and within how many days; no acts: opening the link will do. */
  readonly acts: number
  readonly plays: readonly Words[]
  readonly days: number | null
  readonly perDay: number | null
  /** Friends of everybody who count; null: not known. */
  readonly total: number | null
}

/** One friend as their inviter sees them: the name is masked. */
export interface ShownFriend {
  readonly name: string
  readonly state: 'pending' | 'counted' | 'lapsed'
  /** Acts still to be done. */
  readonly left: number
}

/** What visitors see of their own invitations. */
export interface InviteMine {
  /** The last ones, newest first. */
  readonly friends: readonly ShownFriend[]
  readonly brought: number
  readonly counted: number
  /** Beside the public steps, in the same order: whether it was paid. */
  readonly paid: readonly boolean[]
  /** Friends who will still be rewarded today; null: no limit. */
  readonly today: number | null
  /** Whether somebody's invitation can be accepted. */
  readonly canBind: boolean
  /** The invitation that was accepted: who sent it (masked), and how far it has come. */
  readonly invited: (ShownFriend & { readonly until: string | null }) | null
}

const bindInput = schema({
  type: 'object',
  additionalProperties: false,
  required: ['by'],
  properties: { by: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$', title: { zh: '邀请人', en: 'Inviter' } } },
})
interface BindInput {
  readonly by: string
}

const unjoined: InviteRules = {
  kind: 'invite',
  title: { 'zh-CN': '邀请有礼', 'en': 'Invite friends' },
  qualify: { by: 'open' },
  newOnly: true,
  reward: null,
  gift: null,
  perDay: 10,
  inAll: null,
  rungs: [],
}

const shownFriends = 20
/** What a friend is most likely asked to do, where the rules hold it. */
const likely = ['check-in', 'form', 'vote', 'lottery']

/** An invitation (邀请): friends who open somebody's link are theirs once and for all, and count when they have taken part. */
export const invite = definePlay<InviteRules, BindInput>({
  kind: 'invite',
  title: { zh: '邀请', en: 'Invitation' },
  schema: inviteSchema,
  defaults: unjoined,
  begin(rules) {
    const lottery = firstOf(rules, 'lottery')
    const { id, besides } = accountFor(rules)
    const play = likely.map((kind) => firstOf(rules, kind)).find((found) => found !== undefined)
    const points = (n: number) => ({ give: 'points', play: id, min: n, max: n }) as const
    return {
      play: {
        ...unjoined,
        ...(play === undefined ? {} : { qualify: { by: 'acts', plays: [play], acts: 1, days: 7 } }),
        reward: lottery === undefined ? points(20) : { give: 'chances', play: lottery, amount: 1 },
        gift: points(10),
        rungs: [
          { friends: 3, grant: points(50) },
          { friends: 5, grant: points(100) },
        ],
      },
      besides,
    }
  },
  actions: { bind: { title: { zh: '接受邀请', en: 'Accept an invitation' }, input: bindInput, by: 'visitor' } },
  reads(context, { visitor, input: { by } }) {
    const { id } = context
    const { counts = [], pools = [] } = settleReads(context)
    return { counts: [...counts, broughtKey(id, visitor), countedKey(id, by)], pools, facts: [bondKey(id, visitor), oldKey(id, visitor)] }
  },
  decide: bind,
  echoReads: ({ id, play }, { visitor }) => ({ facts: [bondKey(id, visitor), qualifiedKey(id, visitor), ...(play.newOnly ? [oldKey(id, visitor)] : [])] }),
  echo: takePart,
  publicReads: ({ id }) => ({ counts: [allBroughtKey(id), allCountedKey(id)] }),
  publicView: (context, state) => ({ ...showRules(context), total: state.count(allCountedKey(context.id)) }) satisfies InviteShown & Json,
  still: showRules,
  mineReads: ({ id, play }, { visitor, dayKey }) => ({
    counts: [broughtKey(id, visitor), countedKey(id, visitor), rewardedOnDayKey(id, visitor, dayKey)],
    facts: [bondKey(id, visitor), oldKey(id, visitor), ...play.rungs.map(({ friends }) => rungKey(id, visitor, friends))],
    factsUnder: [{ prefix: friendsPrefix(id, visitor), last: shownFriends }],
  }),
  mineView: showMine,
  states: inviteStates,
  check: problemsOfInvite,
  changes: ({ play: before }, { play: after }) => changesOfInvite(before, after),
})

function firstOf({ plays }: RulesDocument, kind: string): string | undefined {
  return Object.keys(plays).find((id) => plays[id]!.kind === kind)
}

/** The words with which somebody may not be bound; null: they may. */
function hindrance({ id, play }: InviteContext, visitor: string, state: State): Outcome | null {
  if (bondOf(state, id, visitor)) return refuse('already-done', { detail: { zh: '你已经接受过一次邀请。', en: 'You have accepted an invitation already.' } })
  // Whoever invited others stands above them: without this rule two friends could invite each other, or many in a ring.
  if (state.count(broughtKey(id, visitor)) > 0)
    return refuse('not-new', { detail: { zh: '你已经邀请过好友，不能再被邀请。', en: 'You have invited friends yourself, so nobody can invite you.' } })
  if (play.newOnly && state.fact(oldKey(id, visitor)) !== undefined) return refuse('not-new')
  return null
}

/** The first link that somebody opens binds them, once and for all. Refuses one's own (`self-invite`), a second one (`already-done`), and who is no newcomer (`not-new`). */
function bind(context: InviteContext, command: Command<BindInput>, state: State): Outcome {
  const { id, play, rules } = context
  const { visitor, at, dayKey: day, input } = command
  if (input.by === visitor) return refuse('self-invite')
  const hindered = hindrance(context, visitor, state)
  if (hindered) return hindered
  const bond: Bond = { by: input.by, at, day }
  const settled = play.qualify.by === 'open' ? settle(context, command, state, { friend: visitor, inviter: input.by }) : null
  const result = { counts: settled !== null, gift: settled?.gift && play.gift ? promised(play.gift, rules) : null } satisfies BindResult & Json
  return accept(result, [
    { do: 'fact', key: bondKey(id, visitor), value: bond },
    { do: 'fact', key: friendKey(id, bond, visitor), value: true },
    { do: 'count', key: broughtKey(id, input.by), by: 1 },
    { do: 'count', key: allBroughtKey(id), by: 1 },
    ...(settled?.effects ?? []),
  ])
}

/** An act in another play: it may be what an invitation waits for, or show that somebody is no newcomer. */
function takePart(context: InviteContext, { command, play: acted, effects }: Happening, state: State): readonly Effect[] {
  const { id, play } = context
  // What other plays add to an act is nobody's doing.
  if (acted !== command.play || effects.length === 0) return []
  const friend = command.visitor
  const bond = bondOf(state, id, friend)
  if (!bond) return play.newOnly && state.fact(oldKey(id, friend)) === undefined ? [{ do: 'fact', key: oldKey(id, friend), value: true }] : []
  const { qualify } = play
  if (qualify.by === 'open' || !qualify.plays.includes(acted) || isLapsed(play, bond, command.dayKey)) return []
  if (state.fact(qualifiedKey(id, friend)) !== undefined) return []
  const counting: Effect = { do: 'count', key: actsKey(id, friend), by: 1 }
  if (state.count(actsKey(id, friend)) + 1 < qualify.acts) return [counting]
  return [counting, ...settle(context, command, state, { friend, inviter: bond.by }).effects]
}

/** The last day on which acts count; null: there is none. */
function lastDayOf({ qualify }: InviteRules, { day }: Bond): string | null {
  return qualify.by === 'open' || qualify.days === null ? null : addDays(day, qualify.days - 1)
}

function isLapsed(play: InviteRules, bond: Bond, today: string): boolean {
  const last = lastDayOf(play, bond)
  return last !== null && today > last
}

/** Fewer friends first. */
function rungsOf({ rungs }: InviteRules) {
  return [...rungs].sort((a, b) => a.friends - b.friends)
}

function showRules({ rules, play }: InviteContext) {
  const { qualify } = play
  const isActs = qualify.by === 'acts'
  return {
    reward: play.reward && promised(play.reward, rules),
    gift: play.gift && promised(play.gift, rules),
    rungs: rungsOf(play).map(({ friends, grant }) => ({ friends, gain: promised(grant, rules) })),
    acts: isActs ? qualify.acts : 0,
    // A title is `Words`, which is `Json`.
    plays: isActs ? qualify.plays.map((id) => rules.plays[id]?.title ?? '') : [],
    days: isActs ? qualify.days : null,
    perDay: play.perDay,
    total: null,
  } satisfies InviteShown & Json
}

function showMine(context: InviteContext, { visitor, dayKey: today }: Onlooker, state: ViewState) {
  const { id, play } = context
  const prefix = friendsPrefix(id, visitor)
  const friends = state.factsUnder(prefix).slice(-shownFriends).reverse()
  const bond = bondOf(state, id, visitor)
  return {
    friends: friends.map(({ key }) => {
      const friend = key.slice(prefix.length).split('/')[1]!
      return progressOf(context, friend, { called: friend, today }, state)
    }),
    brought: state.count(broughtKey(id, visitor)),
    counted: state.count(countedKey(id, visitor)),
    paid: rungsOf(play).map((rung) => state.fact(rungKey(id, visitor, rung.friends)) !== undefined),
    today: play.perDay === null ? null : Math.max(0, play.perDay - state.count(rewardedOnDayKey(id, visitor, today))),
    canBind: hindrance(context, visitor, state) === null,
    invited: bond && { ...progressOf(context, visitor, { called: bond.by, today }, state), until: lastDayOf(play, bond) },
  } satisfies InviteMine & Json
}

/** How far the invitation of a friend has come, under the name of one of its two. */
function progressOf({ id, play }: InviteContext, friend: string, { called, today }: { called: string; today: string }, state: ViewState) {
  const { qualify } = play
  const bond = bondOf(state, id, friend)
  const isCounted = state.fact(qualifiedKey(id, friend)) !== undefined
  const left = isCounted || qualify.by === 'open' ? 0 : Math.max(0, qualify.acts - state.count(actsKey(id, friend)))
  return { name: state.name(called), state: isCounted ? 'counted' : bond && isLapsed(play, bond, today) ? 'lapsed' : 'pending', left } satisfies ShownFriend &
    Json
}
