import { dice } from '../../schemas/dice'
import { accept, refuse, type Command, type Effect, type Outcome, type PlayContext, type State } from '../../schemas/play'
import { canGrant, grant, snapshotOf, type Granted, type GrantContext } from '../points/grant'
import { chancesOf, nextFreeAt, spendChance, type Chances } from './chances'
import type { LotteryRules, Slot } from './lotterySchema'
import { pickAmount, pickSlot, restPpm } from './pick'
import { canWin, consolationKey, consolationLeft, isAnythingLeft, isOut } from './stock'

/** What a receipt of `draw` says. `slot: null` is the rest: what happens when no slot does. */
export type DrawResult = { readonly slot: string | null; readonly prize: string | null; readonly granted: Granted | null; readonly chances: Chances }

/** Prizes that a visitor won in a lottery. */
export function winsKey(play: string, visitor: string): string {
  return `${play}/wins/${visitor}`
}

/** How often a visitor won on one slot. */
export function slotWinsKey(play: string, visitor: string, slot: string): string {
  return `${play}/wins/${visitor}/${slot}`
}

interface Drawn {
  readonly slot: string | null
  readonly prize: string | null
  readonly granted: Granted | null
  readonly effects: readonly Effect[]
}

/** Everything that one draw is decided by. */
interface Draw {
  readonly context: PlayContext<LotteryRules>
  readonly state: State
  readonly granting: GrantContext
}

/**
 * One draw: spends a chance and takes what the odds and the dice say. Refused, nothing spent, with `limit-reached` (draws in
 * all, or wins where nothing else is left), `no-chance-left` (`retryAt`: the next free one), and `sold-out` once there is nothing left to win.
 */
export function draw(context: PlayContext<LotteryRules>, command: Command, state: State): Outcome {
  const chances = chancesOf(context, command, state)
  if (chances.inAll === 0) return refuse('limit-reached')
  if (chances.left === 0) return refuse('no-chance-left', retryAt(nextFreeAt(context, command)))
  if (!isAnythingLeft(context, state, command.at)) return refuse('sold-out')
  const granting = { rules: context.rules, command, roll: dice(command.random), source: `draw/${command.key}` }
  const wish: Draw = { context, state, granting }
  if (!isAnythingLeftFor(wish)) return refuse('limit-reached')
  const { effects, ...drawn } = take(wish)
  const spent = spendChance(context, command, chances, state)
  const result: DrawResult = { ...drawn, chances: withWon(spent.after, drawn.granted, context) }
  return accept(result, [...spent.effects, ...effects])
}

function retryAt(at: number | null): { retryAt?: number } {
  return at === null ? {} : { retryAt: at }
}

/** A draw may win chances for the same lottery ("once more"): the receipt counts them in. */
function withWon(after: Chances, granted: Granted | null, { id }: PlayContext<LotteryRules>): Chances {
  if (granted?.give !== 'chances' || granted.play !== id) return after
  const earned = after.earned + granted.amount
  return { ...after, earned, left: Math.min(after.today + earned, after.inAll ?? Infinity) }
}

function take(draw: Draw): Drawn {
  const {
    context: { play, rules },
    state,
    granting,
  } = draw
  const isGone = (slot: Slot) => isOut(slot, rules, state, granting.command.at)
  const open = play.outOfStock === 'renormalise' ? play.slots.filter((slot) => !isGone(slot)) : play.slots
  const slot = pickSlot(open, restPpm(play.slots), granting.roll)
  // Who reached a cap is treated alike under every policy; stock is what the policy is about.
  if (!slot || isCapped(slot, draw)) return comfort(draw)
  if (!canWin(slot)) return nothing(play)
  const won = isGone(slot) ? null : win(slot, draw)
  return won ?? (play.outOfStock === 'no-win' ? nothing(play) : comfort(draw))
}

/** False for who reached a cap on everything that is left, with no consolation to come in its place. */
function isAnythingLeftFor(wish: Draw): boolean {
  const {
    context,
    state,
    granting: {
      command: { at },
    },
  } = wish
  const { consolation, slots } = context.play
  if (consolation && consolationLeft(consolation, context, state, at) > 0) return true
  return slots.some((slot) => slot.weightPpm > 0 && canWin(slot) && !isOut(slot, context.rules, state, at) && !isCapped(slot, wish))
}

function isCapped(slot: Slot, { context: { id, play }, state, granting: { command } }: Draw): boolean {
  const isAtSlotCap = state.count(slotWinsKey(id, command.visitor, slot.id)) >= (slot.capPerVisitor ?? Infinity)
  const isAtWinCap = slot.prize !== null && state.count(winsKey(id, command.visitor)) >= (play.winCapPerVisitor ?? Infinity)
  return isAtSlotCap || isAtWinCap
}

/** What a slot gives, or null where supplies end with it: the last piece wanted twice, say. */
function win(slot: Slot, { context: { id }, state, granting }: Draw): Drawn | null {
  const { visitor } = granting.command
  const extra = slot.grant ? grant(slot.grant, { ...granting, source: `${granting.source}/grant` }) : null
  const effects: Effect[] = [
    { do: 'count', key: slotWinsKey(id, visitor, slot.id), by: 1, ...(slot.capPerVisitor === undefined ? {} : { max: slot.capPerVisitor }) },
    ...(slot.prize === null ? [] : prizeEffects(slot.prize, extra?.granted ?? null, granting)),
    ...(slot.prize === null ? [] : [{ do: 'count', key: winsKey(id, visitor), by: 1 } as const]),
    ...(extra?.effects ?? []),
  ]
  if (!canGrant(effects, state)) return null
  return { slot: slot.id, prize: slot.prize, granted: extra?.granted ?? (slot.prize === null ? null : { give: 'prize', prize: slot.prize }), effects }
}

/** A prize that comes with points is an award of that amount. */
function prizeEffects(prize: string, extra: Granted | null, granting: GrantContext): readonly Effect[] {
  const { effects } = grant({ give: 'prize', prize }, granting)
  if (extra?.give !== 'points') return effects
  return effects.map((effect) => (effect.do === 'award' ? { ...effect, snapshot: snapshotOf(granting.rules, prize, extra) } : effect))
}

/** The consolation, as much of it as its budget can still pay; else no win. */
function comfort({ context, state, granting }: Draw): Drawn {
  const { id, play } = context
  if (!play.consolation) return nothing(play)
  const { play: account, min, max, budget } = play.consolation
  const base = pickAmount(min, max, consolationLeft(play.consolation, context, state, granting.command.at), granting.roll)
  if (base === 0) return nothing(play)
  const { effects, granted } = grant({ give: 'points', play: account, min: base, max: base }, granting)
  const amount = granted.give === 'points' ? granted.amount : 0
  return { slot: null, prize: null, granted, effects: [{ do: 'count', key: consolationKey(id), by: amount, max: budget }, ...effects] }
}

/** No win. It has a place of its own where the rules name one. */
function nothing({ slots }: LotteryRules): Drawn {
  return { slot: slots.find((slot) => !canWin(slot))?.id ?? null, prize: null, granted: null, effects: [] }
}
