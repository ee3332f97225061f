import type { Json, PlayContext, Reads, ViewState, Onlooker } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import type { Words } from '../../schemas/words'
import { chanceKeys, chancesOf, drawsKey, drawsToday, nextFreeAt, type Chances } from './chances'
import { unitOf } from '../points/grant'
import { winsKey } from './draw'
import type { LotteryRules, OutOfStock, Slot } from './lotterySchema'
import { restPpm } from './pick'
import { canWin, consolationLeft, isAnythingLeft, isOut, piecesLeft, supplyReads } from './stock'

/** An outcome as visitors see it. `id: null` is the rest: the consolation, or no win. `oddsPpm` are the published odds, before anything ran out. */
export type ShownSlot = {
  readonly id: string | null
  /** Null: the widget's own words for the consolation (`wins`) or for no win. */
  readonly title: Words | null
  readonly tier: Words | null
  readonly icon: string | null
  readonly image: string | null
  readonly oddsPpm: number
  readonly wins: boolean
  readonly isSoldOut: boolean
  /** Pieces that can still be won, of how many; null: without limit, not told, or not known. */
  readonly left: number | null
  readonly stock: number | null
  readonly capPerVisitor: number | null
}

export type ShownWinner = { readonly name: string; readonly title: Words; readonly at: number }

/** What everybody may know of a lottery. */
export type LotteryShown = {
  readonly slots: readonly ShownSlot[]
  readonly outOfStock: OutOfStock
  /** Nothing is left to win: draws are refused. */
  readonly isSoldOut: boolean
  readonly perDay: number
  readonly inAll: number | null
  readonly winCapPerVisitor: number | null
  /** What the accounts of points that can be won call them, by account: those with a name of their own. */
  readonly units: { readonly [account: string]: Words }
  /** The last 20, newest first, names masked; null where the rules alone speak. */
  readonly winners: readonly ShownWinner[] | null
}

/** What a visitor may know besides. */
export type LotteryMine = {
  readonly chances: Chances
  readonly drawnToday: number
  /** Draws so far. */
  readonly drawn: number
  /** Prizes won so far. */
  readonly wins: number
  /** When the next free chance arrives, epoch ms; null: never. */
  readonly nextAt: number | null
}

type Context = PlayContext<LotteryRules>

const winnersShown = 20

export function shownReads(context: Context): Reads {
  return { ...supplyReads(context), winners: [{ play: context.id, n: winnersShown }] }
}

export function showLottery(context: Context, state: ViewState, at: number): LotteryShown & Json {
  const { id, rules, play } = context
  const { consolation } = play
  const restIsOut = consolation !== undefined && consolationLeft(consolation, context, state, at) === 0
  return {
    ...showRules(
      context,
      (slot) => (slot ? isOut(slot, rules, state, at) : restIsOut),
      (slot) => piecesLeft(slot, rules, state),
    ),
    isSoldOut: !isAnythingLeft(context, state, at),
    // An award's title was a prize's `Words` when it was won.
    winners: state.winners(id).map(({ name, title, at: wonAt }) => ({ name, title: title as Words, at: wonAt })),
  }
}

/** The lottery by its rules alone: nothing has run out, and winners are not known. */
export function stillLottery(context: Context): LotteryShown & Json {
  return {
    ...showRules(
      context,
      () => false,
      () => null,
    ),
    isSoldOut: false,
    winners: null,
  }
}

/** `isGone`: whether a slot, or the rest (null), has nothing left to give. `leftOf`: pieces left of a slot's prize. */
function showRules(context: Context, isGone: (slot: Slot | null) => boolean, leftOf: (slot: Slot) => number | null) {
  const { play } = context
  const left = (slot: Slot) => (play.showsStock ? leftOf(slot) : null)
  return {
    slots: [...play.slots.map((slot) => showSlot(slot, context, { isSoldOut: isGone(slot), left: left(slot) })), ...showRest(context, isGone(null))],
    outOfStock: play.outOfStock,
    perDay: play.chances.perDay,
    inAll: play.chances.inAll,
    winCapPerVisitor: play.winCapPerVisitor ?? null,
    units: unitsOf(context),
  }
}

function unitsOf({ play, rules }: Context): { [account: string]: Words } {
  const accounts = [...play.slots.flatMap(({ grant }) => (grant?.give === 'points' ? grant.play : [])), ...(play.consolation ? [play.consolation.play] : [])]
  return Object.fromEntries(
    accounts.flatMap((account) => {
      const unit = unitOf(rules, account)
      return unit === undefined ? [] : [[account, unit]]
    }),
  )
}

function showSlot(slot: Slot, { rules, play }: Context, { isSoldOut, left }: { isSoldOut: boolean; left: number | null }): ShownSlot {
  const prize = slot.prize === null ? undefined : rules.prizes[slot.prize]
  return {
    id: slot.id,
    title: slot.title ?? prize?.title ?? null,
    tier: prize?.tier ?? null,
    icon: slot.icon ?? prize?.icon ?? null,
    image: slot.icon === undefined ? (prize?.image ?? null) : null,
    oddsPpm: slot.weightPpm,
    wins: canWin(slot),
    isSoldOut,
    left,
    stock: play.showsStock ? (prize?.stock ?? null) : null,
    capPerVisitor: slot.capPerVisitor ?? null,
  }
}

/** The rest has a place of its own where it gives a consolation, or where a draw can end there and no slot says "no win". */
function showRest({ rules, play }: Context, isSoldOut: boolean): ShownSlot[] {
  const { slots, consolation, winCapPerVisitor } = play
  const oddsPpm = restPpm(slots)
  const canMiss = oddsPpm > 0 || winCapPerVisitor !== undefined || slots.some((slot) => isLimited(slot, rules))
  if (!consolation && (!canMiss || !slots.every(canWin))) return []
  return [
    {
      id: null,
      title: consolation?.title ?? null,
      tier: null,
      icon: null,
      image: null,
      oddsPpm,
      wins: consolation !== undefined,
      isSoldOut,
      left: null,
      stock: null,
      capPerVisitor: null,
    },
  ]
}

/** Whether a slot may one day, or for one visitor, have nothing to give. */
export function isLimited(slot: Slot, rules: RulesDocument): boolean {
  const prize = slot.prize === null ? undefined : rules.prizes[slot.prize]
  const isCounted = slot.capPerVisitor !== undefined || slot.grant?.give === 'prize' || slot.grant?.give === 'points'
  return isCounted || (prize !== undefined && (prize.stock !== null || prize.codePool !== undefined))
}

export function mineReads({ id }: Context, who: Onlooker): Reads {
  return { counts: [...chanceKeys(id, who), winsKey(id, who.visitor)] }
}

export function showMine(context: Context, who: Onlooker, state: ViewState): LotteryMine {
  return {
    chances: chancesOf(context, who, state),
    drawnToday: drawsToday(context.id, who, state),
    drawn: state.count(drawsKey(context.id, who.visitor)),
    wins: state.count(winsKey(context.id, who.visitor)),
    nextAt: nextFreeAt(context, who),
  }
}
