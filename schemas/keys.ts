/** State keys that more than one kind of play reads or writes. Each kind keeps its own keys beside its rules. */

/** Pieces of a prize given away so far; at most its stock. */
export function awardedKey(prize: string): string {
  return `prize/${prize}/awarded`
}

/** Chances that a visitor earned for a play from other plays, spent ones included. */
export function earnedChancesKey(play: string, visitor: string): string {
  return `${play}/chances-earned/${visitor}`
}

/** A visitor's spendable points. */
export function balanceKey(points: string, visitor: string): string {
  return `${points}/balance/${visitor}`
}

/** Where a visitor's point entries are listed, by the time they were made. */
export function entriesPrefix(points: string, visitor: string): string {
  return `${points}/entry/${visitor}/`
}
