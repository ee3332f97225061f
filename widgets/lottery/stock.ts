import { awardedKey } from '../../schemas/keys'
import type { PlayContext, State } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { grantReads, type Grant } from '../points/grant'
import { issuedKey, multiplierAt } from '../points/ledger'
import type { PointsRules } from '../points/rules'
import { restPpm } from './pick'
import type { Consolation, LotteryRules, Slot } from './lotterySchema'

/** Points paid out of a lottery's consolation budget so far. */
export function consolationKey(play: string): string {
  return `${play}/consolation`
}

/** Whether anything can be won on a slot at all. */
export function canWin({ prize, grant }: Slot): boolean {
  return prize !== null || grant !== undefined
}

/** What a slot or the consolation takes from shared supplies. */
export function supplyReads({ rules, id, play }: PlayContext<LotteryRules>): { counts: string[]; pools: string[] } {
  const grants = play.slots.flatMap(grantsOf).map((grant) => grantReads(grant, rules))
  const paid = play.consolation ? [consolationKey(id), issuedKey(play.consolation.play)] : []
  return { counts: unique([...grants.flatMap(({ counts }) => counts), ...paid]), pools: unique(grants.flatMap(({ pools }) => pools)) }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

/** A slot's prize and its grant, alike. */
export function grantsOf({ prize, grant }: Slot): Grant[] {
  return [...(prize === null ? [] : [{ give: 'prize', prize } as const]), ...(grant ? [grant] : [])]
}

/** True when stock, codes or points budget cannot pay what the slot may give, whoever draws it. */
export function isOut(slot: Slot, rules: RulesDocument, state: State, at: number): boolean {
  return !grantsOf(slot).every((grant) => isInStock(grant, rules, state, at))
}

/** Pieces of a slot's prize that can still be won; null: without limit, or no prize. */
export function piecesLeft({ prize }: Slot, rules: RulesDocument, state: State): number | null {
  if (prize === null) return null
  const { stock, codePool } = rules.prizes[prize]!
  const left = Math.min(stock === null ? Infinity : stock - state.count(awardedKey(prize)), codePool === undefined ? Infinity : state.codesLeft(codePool))
  return left === Infinity ? null : Math.max(0, left)
}

function isInStock(grant: Grant, rules: RulesDocument, state: State, at: number): boolean {
  if (grant.give === 'chances') return true
  if (grant.give === 'points') return grant.max * multiplier(grant.play, rules, at) <= accountLeft(grant.play, rules, state)
  const { stock, codePool } = rules.prizes[grant.prize]!
  return (stock === null || state.count(awardedKey(grant.prize)) < stock) && (codePool === undefined || state.codesLeft(codePool) > 0)
}

/** The most points, before any multiplier, that the consolation can still pay. */
export function consolationLeft(consolation: Consolation, { rules, id }: PlayContext<LotteryRules>, state: State, at: number): number {
  const left = Math.min(consolation.budget - state.count(consolationKey(id)), accountLeft(consolation.play, rules, state))
  return Math.max(0, Math.floor(left / multiplier(consolation.play, rules, at)))
}

/** True while some slot or the consolation still has something to give. */
export function isAnythingLeft(context: PlayContext<LotteryRules>, state: State, at: number): boolean {
  const { consolation, slots, outOfStock } = context.play
  const isRestReached = restPpm(slots) > 0 || outOfStock !== 'no-win'
  if (consolation && isRestReached && consolationLeft(consolation, context, state, at) > 0) return true
  return slots.some((slot) => canWin(slot) && slot.weightPpm > 0 && !isOut(slot, context.rules, state, at))
}

/** What is counted when everything that has a limit was given out. */
const spent: State = { count: () => Number.MAX_SAFE_INTEGER, fact: () => undefined, factsUnder: () => [], codesLeft: () => 0 }

/** Whether the rules let it come to nothing being left. */
export function canRunOut(context: PlayContext<LotteryRules>, at: number): boolean {
  return !isAnythingLeft(context, spent, at)
}

function accountLeft(points: string, rules: RulesDocument, state: State): number {
  return (accountOf(points, rules).budget ?? Infinity) - state.count(issuedKey(points))
}

function multiplier(points: string, rules: RulesDocument, at: number): number {
  return multiplierAt(accountOf(points, rules).multipliers, rules.schedule, at)
}

function accountOf(points: string, rules: RulesDocument): PointsRules {
  // The rules' check admits only grants to accounts that exist, and every play was validated against its kind's schema.
  return rules.plays[points] as PointsRules
}
