import { playStageAt } from '../../schemas/phases'
import { definePlay, type Json, type Onlooker, type State } from '../../schemas/play'
import { idSchema, schema } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { promised, type Gain } from '../points/describeGrant'
import { grantReads } from '../points/grant'
import { castVote, isFrozen, voteReads, type VoteInput } from './castVote'
import { changesOfVote } from './changes'
import { problemsOfVote } from './check'
import { givenKey, givenOnDayKey, givenToKey, givenToOnDayKey, votersKey, votesKey, votesLeft, votesLeftFor, type VoteContext } from './tally'
import { voteSchema, type VoteRules } from './voteSchema'
import { voteStates } from './states'

/** A candidate as everybody sees it. */
export interface ShownCandidate {
  readonly id: string
  readonly title: Words
  readonly text: Words
  readonly image: string | null
  /** Null while votes are hidden, or not known yet. */
  readonly votes: number | null
  /** By votes; of two with as many the first listed stands first. Null with `votes`. */
  readonly place: number | null
}

/** What everybody sees of a vote. */
export interface VoteShown {
  /** In the order in which they are to be shown. */
  readonly candidates: readonly ShownCandidate[]
  /** Votes of all, and how many visitors gave them; null while they are hidden, or not known yet. */
  readonly total: number | null
  readonly voters: number | null
  /** Votes are told only when it is over. */
  readonly hidden: boolean
  readonly frozen: boolean
  readonly reward: Gain | null
}

/** What visitors see of their own votes. */
export interface VoteMine {
  /** Votes left now, and in all; null: without limit. */
  readonly left: number | null
  /** Votes given so far, by candidate; those without are left out. */
  readonly given: { readonly [candidate: string]: number }
  /** The candidates that can take no more votes of this visitor now, though there be votes left. */
  readonly closed: readonly string[]
  /** The candidates' ids in this visitor's own order; null: everybody's. */
  readonly order: readonly string[] | null
}

const voteInput = schema({
  type: 'object',
  additionalProperties: false,
  required: ['candidate'],
  properties: { candidate: { ...idSchema, title: { zh: '候选项', en: 'Candidate' } } },
})

const nth = (n: number) => ({ id: `no-${n}`, title: { 'zh-CN': `${n} 号选手`, 'en': `Candidate ${n}` } })

const defaults: VoteRules = {
  kind: 'vote',
  title: { 'zh-CN': '人气投票', 'en': 'Vote' },
  candidates: [nth(1), nth(2), nth(3), nth(4)],
  perVisitor: { perDay: 3, inAll: null },
  perCandidate: { perDay: 1, inAll: null },
  choice: 'several',
  results: 'live',
  order: 'given',
  freezeAt: null,
  reward: null,
}

/** A vote (投票): visitors give candidates their votes, so many a day and in all. */
export const vote = definePlay<VoteRules, VoteInput>({
  kind: 'vote',
  title: { zh: '投票', en: 'Vote' },
  schema: voteSchema,
  defaults,
  actions: { vote: { title: { zh: '投一票', en: 'Vote' }, input: voteInput, by: 'visitor' } },
  reads(context, command) {
    const { counts, pools } = context.play.reward ? grantReads(context.play.reward, context.rules) : { counts: [], pools: [] }
    return { counts: [...voteReads(context, command, command.input.candidate), ...counts], pools }
  },
  decide: castVote,
  publicReads: ({ id, play }) => ({ counts: [votersKey(id), ...play.candidates.map((candidate) => votesKey(id, candidate.id))] }),
  publicView: showVotes,
  still: showRules,
  mineReads: ({ id, play }, who) => ({
    counts: [
      givenKey(id, who),
      givenOnDayKey(id, who),
      ...play.candidates.flatMap((candidate) => [givenToKey(id, who, candidate.id), givenToOnDayKey(id, who, candidate.id)]),
    ],
  }),
  mineView: showMine,
  states: voteStates,
  check: problemsOfVote,
  changes: ({ play: before }, { play: after }) => changesOfVote(before, after),
})

function showRules({ rules, play }: VoteContext) {
  return {
    candidates: play.candidates.map(({ id, title, text = '', image = null }) => ({ id, title, text, image, votes: null, place: null })),
    total: null,
    voters: null,
    hidden: play.results === 'end',
    frozen: false,
    reward: play.reward && promised(play.reward, rules),
  } satisfies VoteShown & Json
}

function showVotes(context: VoteContext, state: State, at: number) {
  const { rules, id, play } = context
  const rest = showRules(context)
  const frozen = isFrozen(play, at)
  const isOver = frozen || playStageAt(rules, id, at) === 'ended'
  if (play.results === 'end' && !isOver) return { ...rest, frozen } satisfies VoteShown & Json
  const counted = rest.candidates.map((candidate) => ({ ...candidate, votes: state.count(votesKey(id, candidate.id)) }))
  const byVotes = [...counted].sort((a, b) => b.votes - a.votes)
  const placed = (play.order === 'votes' ? byVotes : counted).map((candidate) => ({
    ...candidate,
    place: byVotes.findIndex((each) => each.id === candidate.id) + 1,
  }))
  return {
    ...rest,
    candidates: placed,
    total: counted.reduce((sum, { votes }) => sum + votes, 0),
    voters: state.count(votersKey(id)),
    hidden: false,
    frozen,
  } satisfies VoteShown & Json
}

function showMine(context: VoteContext, who: Onlooker, state: State) {
  const { id, play } = context
  const ids = play.candidates.map((candidate) => candidate.id)
  const given = ids.map((candidate) => [candidate, state.count(givenToKey(id, who, candidate))] as const).filter(([, votes]) => votes > 0)
  return {
    left: votesLeft(context, who, state).left,
    given: Object.fromEntries(given),
    closed: ids.filter((candidate) => votesLeftFor(context, who, candidate, state).left === 0),
    order: play.order === 'shuffled' ? shuffled(ids, who.visitor) : null,
  } satisfies VoteMine & Json
}

/** The same order for the same seed, and no order likelier than another to speak of. */
export function shuffled(ids: readonly string[], seed: string): string[] {
  const marks = new Map(ids.map((id) => [id, hashOf(`${seed}/${id}`)]))
  return [...ids].sort((a, b) => marks.get(a)! - marks.get(b)!)
}

/** 32 bits of a text: FNV-1a, with the finish of MurmurHash3, without which like texts lie in order. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
