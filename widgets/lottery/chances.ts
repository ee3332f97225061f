import { earnedChancesKey } from '../../schemas/keys'
import { opensNextDay } from '../../schemas/phases'
import type { Effect, PlayContext, State } from '../../schemas/play'
import type { LotteryRules } from './lotterySchema'

/** Whose chances, and on which day. */
export interface Drawer {
  readonly visitor: string
  readonly dayKey: string
}

/** What a visitor may still draw. `left` is what counts: `today` and `earned` together, within `inAll`. */
export type Chances = { readonly left: number; readonly today: number; readonly earned: number; readonly inAll: number | null }

export function freeDrawsKey(play: string, { visitor, dayKey }: Drawer): string {
  return `${play}/free-draws/${visitor}/${dayKey}`
}

export function earnedDrawsOfDayKey(play: string, { visitor, dayKey }: Drawer): string {
  return `${play}/earned-draws/${visitor}/${dayKey}`
}

/** Earned chances that were spent, ever. */
export function earnedDrawsKey(play: string, visitor: string): string {
  return `${play}/earned-draws/${visitor}`
}

/** Draws of any sort, ever. */
export function drawsKey(play: string, visitor: string): string {
  return `${play}/draws/${visitor}`
}

export function chanceKeys(play: string, who: Drawer): string[] {
  return [
    freeDrawsKey(play, who),
    earnedDrawsOfDayKey(play, who),
    earnedDrawsKey(play, who.visitor),
    drawsKey(play, who.visitor),
    earnedChancesKey(play, who.visitor),
  ]
}

export function chancesOf({ id, play }: PlayContext<LotteryRules>, who: Drawer, state: State): Chances {
  const { perDay, inAll, earned } = play.chances
  return total({
    today: Math.max(0, perDay - state.count(freeDrawsKey(id, who))),
    earned: earned ? Math.max(0, state.count(earnedChancesKey(id, who.visitor)) - state.count(earnedDrawsKey(id, who.visitor))) : 0,
    inAll: inAll === null ? null : Math.max(0, inAll - state.count(drawsKey(id, who.visitor))),
  })
}

function total(parts: Omit<Chances, 'left'>): Chances {
  return { left: Math.min(parts.today + parts.earned, parts.inAll ?? Infinity), ...parts }
}

export function drawsToday(play: string, who: Drawer, state: State): number {
  return state.count(freeDrawsKey(play, who)) + state.count(earnedDrawsOfDayKey(play, who))
}

/** Takes one chance, a free one first. The bounds hold even where `chances` was stale. */
export function spendChance(
  { id, play }: PlayContext<LotteryRules>,
  who: Drawer,
  chances: Chances,
  state: State,
): { readonly effects: readonly Effect[]; readonly after: Chances } {
  const { perDay, inAll } = play.chances
  const drawn: Effect = { do: 'count', key: drawsKey(id, who.visitor), by: 1, ...(inAll === null ? {} : { max: inAll }) }
  const after = { today: chances.today, earned: chances.earned, inAll: chances.inAll === null ? null : chances.inAll - 1 }
  if (chances.today > 0) {
    const free: Effect = { do: 'count', key: freeDrawsKey(id, who), by: 1, max: perDay, refusal: 'no-chance-left' }
    return { effects: [drawn, free], after: total({ ...after, today: after.today - 1 }) }
  }
  const spent: Effect = {
    do: 'count',
    key: earnedDrawsKey(id, who.visitor),
    by: 1,
    max: state.count(earnedChancesKey(id, who.visitor)),
    refusal: 'no-chance-left',
  }
  return { effects: [drawn, spent, { do: 'count', key: earnedDrawsOfDayKey(id, who), by: 1 }], after: total({ ...after, earned: after.earned - 1 }) }
}

/** When the next free chance arrives (epoch ms): the first moment after this day at which the play is open; null when there is none. */
export function nextFreeAt({ rules, id, play }: PlayContext<LotteryRules>, { dayKey }: Drawer): number | null {
  return play.chances.perDay === 0 ? null : opensNextDay(rules, id, dayKey)
}
