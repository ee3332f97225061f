import { awardedKey, earnedChancesKey } from '../../schemas/keys'
import { playStageAt } from '../../schemas/phases'
import type { Command, Effect, PrizeSnapshot, RuleProblem, State } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { idSchema, schema, type Admitted } from '../../schemas/schema'
import type { Words } from '../../schemas/words'
import { isFrozen, type LeaderboardRules } from '../leaderboard/rules'
import { enter, issuedKey, multiplierAt } from './ledger'
import type { PointsRules } from './rules'

const amountSchema = schema({ type: 'integer', minimum: 0, maximum: 1_000_000 })

/** Something that one play gives on behalf of another, as rules write it. */
export const grantSchema = schema({
  // Said outright because a discriminator admits whatever is no record, null included.
  type: 'object',
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['give', 'play', 'min', 'max'],
      title: { zh: '积分', en: 'Points' },
      properties: {
        give: { const: 'points' },
        play: { ...idSchema, 'title': { zh: '积分账户', en: 'Points account' }, 'x-control': 'play', 'x-kind': 'points' },
        min: { ...amountSchema, title: { zh: '最少', en: 'At least' } },
        max: {
          ...amountSchema,
          title: { zh: '最多', en: 'At most' },
          description: { zh: '与“最少”相同则为固定值', en: 'Same as “at least”: a fixed amount' },
        },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['give', 'play', 'amount'],
      title: { zh: '抽奖机会', en: 'Chances' },
      properties: {
        give: { const: 'chances' },
        play: { ...idSchema, 'title': { zh: '抽奖', en: 'Lottery' }, 'x-control': 'play', 'x-kind': 'lottery' },
        amount: { type: 'integer', minimum: 1, maximum: 1000, title: { zh: '次数', en: 'Chances' } },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['give', 'prize'],
      title: { zh: '奖品', en: 'Prize' },
      properties: { give: { const: 'prize' }, prize: { ...idSchema, 'title': { zh: '奖品', en: 'Prize' }, 'x-control': 'prize' } },
    },
  ],
  discriminator: { propertyName: 'give' },
})
export type Grant = Admitted<typeof grantSchema>

/** What a visitor was given, as receipts tell it. `amount` of points is `base` times `multiplier`. */
export type Granted =
  | { readonly give: 'points'; readonly play: string; readonly amount: number; readonly base: number; readonly multiplier: number }
  | { readonly give: 'chances'; readonly play: string; readonly amount: number }
  | { readonly give: 'prize'; readonly prize: string }

export interface GrantContext {
  readonly rules: RulesDocument
  readonly command: Command<unknown>
  /** Whole numbers in [0, bound), see `dice`. */
  readonly roll: (bound: number) => number
  /** The business key, unique among what this play gives this visitor: `day/2026-01-01`. */
  readonly source: string
  /** Who is given it; absent: the commanding visitor. */
  readonly to?: string
}

/**
 * The effects that give `wanted` to a visitor, and what it comes to. Points count as often as the phase
 * in force says and score on the boards fed by them. The engine refuses the command with `sold-out` when a prize's
 * stock, or with `limit-reached` when a budget of points, does not suffice (see `canGrant` to ask first).
 */
export function grant(wanted: Grant, context: GrantContext): { readonly effects: readonly Effect[]; readonly granted: Granted } {
  switch (wanted.give) {
    case 'points':
      return grantPoints(wanted, context)
    case 'chances':
      return {
        effects: [{ do: 'count', key: earnedChancesKey(wanted.play, receiver(context)), by: wanted.amount }],
        granted: { give: 'chances', play: wanted.play, amount: wanted.amount },
      }
    case 'prize':
      return { effects: prizeEffects(wanted.prize, context), granted: { give: 'prize', prize: wanted.prize } }
  }
}

function receiver({ to, command }: GrantContext): string {
  return to ?? command.visitor
}

type PointsGrant = Extract<Grant, { readonly give: 'points' }>

function grantPoints({ play, min, max }: PointsGrant, context: GrantContext) {
  const { rules, command, roll, source } = context
  const member = receiver(context)
  const account = pointsOf(rules, play)
  const base = min + (max > min ? roll(max - min + 1) : 0)
  const multiplier = multiplierAt(account.multipliers, rules.schedule, command.at)
  const amount = base * multiplier
  const effects: Effect[] =
    amount === 0
      ? []
      : [
          ...(account.budget === undefined ? [] : [{ do: 'count', key: issuedKey(play), by: amount, max: account.budget } as const]),
          ...enter(play, { ...command, visitor: member }, { base, multiplier, source }),
          ...boardsFedBy(rules, play, command.at).map((board) => ({ do: 'rank', board, member, by: amount }) as const),
        ]
  return { effects, granted: { give: 'points', play, amount, base, multiplier } as const }
}

function prizeEffects(prize: string, context: GrantContext): Effect[] {
  const { rules, command, source } = context
  const owner = receiver(context)
  const { stock, codePool } = prizeOf(rules, prize)
  return [
    { do: 'count', key: awardedKey(prize), by: 1, ...(stock === null ? {} : { max: stock }), refusal: 'sold-out' },
    {
      do: 'award',
      source: `${command.play}/${owner}/${source}`,
      snapshot: snapshotOf(rules, prize),
      ...(codePool === undefined ? {} : { pool: codePool }),
      ...(owner === command.visitor ? {} : { to: owner }),
    },
  ]
}

/** What an account calls its points, where it has a name of its own. */
export function unitOf(rules: RulesDocument, account: string): Words | undefined {
  // Every play of a rules document was validated against its own kind's schema.
  return (rules.plays[account] as PointsRules | undefined)?.unit
}

/** What an award keeps of its prize. `points`: those that were won with it, where the prize is an amount. */
export function snapshotOf(rules: RulesDocument, prizeId: string, points?: Granted & { readonly give: 'points' }): PrizeSnapshot {
  const unit = points && unitOf(rules, points.play)
  const { title, type, tier, icon, image, terms } = prizeOf(rules, prizeId)
  return {
    prize: prizeId,
    title,
    type,
    ...(tier === undefined ? {} : { tier }),
    ...(icon === undefined ? {} : { icon }),
    ...(image === undefined ? {} : { image }),
    ...(terms === undefined ? {} : { terms }),
    ...(points && { amount: points.amount }),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** Boards that gained points of `points` score on at `at`: open, and not frozen. */
function boardsFedBy(rules: RulesDocument, points: string, at: number): string[] {
  return Object.keys(rules.plays).filter((id) => {
    const play = rules.plays[id]!
    if (play.kind !== 'leaderboard' || playStageAt(rules, id, at) !== 'running') return false
    // Every play of a rules document was validated against its own kind's schema.
    const board = play as LeaderboardRules
    return board.feed.by === 'points' && board.feed.play === points && !isFrozen(board, at)
  })
}

function pointsOf(rules: RulesDocument, id: string): PointsRules {
  const play = rules.plays[id]
  if (play?.kind !== 'points') throw new Error(`No points account "${id}". The rules' check admits no grant to one.`)
  // Every play of a rules document was validated against its own kind's schema.
  return play as PointsRules
}

function prizeOf(rules: RulesDocument, id: string) {
  const prize = rules.prizes[id]
  if (!prize) throw new Error(`No prize "${id}". The rules' check admits no grant of one.`)
  return prize
}

/** The counters and pools that `canGrant` asks about. */
export function grantReads(wanted: Grant, rules: RulesDocument): { readonly counts: readonly string[]; readonly pools: readonly string[] } {
  switch (wanted.give) {
    case 'points':
      return { counts: [issuedKey(wanted.play)], pools: [] }
    case 'chances':
      return { counts: [], pools: [] }
    case 'prize': {
      const pool = prizeOf(rules, wanted.prize).codePool
      return { counts: [awardedKey(wanted.prize)], pools: pool === undefined ? [] : [pool] }
    }
  }
}

/** Whether stock, codes and budget hold out for what `effects` (all of one command) take. */
export function canGrant(effects: readonly Effect[], state: State): boolean {
  const taken = new Map<string, number>()
  const take = (key: string, by: number) => taken.set(key, (taken.get(key) ?? 0) + by).get(key)!
  return effects.every((effect) => {
    if (effect.do === 'count' && effect.max !== undefined) return state.count(effect.key) + take(effect.key, effect.by) <= effect.max
    if (effect.do === 'award' && effect.pool !== undefined) return take(`pool ${effect.pool}`, 1) <= state.codesLeft(effect.pool)
    return true
  })
}

/** What is wrong with a grant in a rules document; `path` points at it. */
export function checkGrant(wanted: Grant, rules: RulesDocument, path: string): RuleProblem[] {
  const problem = (at: string, zh: string, en: string): RuleProblem[] => [{ path: `${path}/${at}`, message: { zh, en }, severity: 'error' }]
  switch (wanted.give) {
    case 'points':
      if (rules.plays[wanted.play]?.kind !== 'points') return problem('play', `没有积分账户“${wanted.play}”`, `There is no points account "${wanted.play}".`)
      return wanted.min > wanted.max ? problem('max', '“最多”不能小于“最少”', '“At most” must not be below “at least”.') : []
    case 'chances':
      return rules.plays[wanted.play]?.kind === 'lottery' ? [] : problem('play', `没有抽奖“${wanted.play}”`, `There is no lottery "${wanted.play}".`)
    case 'prize':
      return rules.prizes[wanted.prize] ? [] : problem('prize', `没有奖品“${wanted.prize}”`, `There is no prize "${wanted.prize}".`)
  }
}
