import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** An order string between two others; null stands for the very start or the very end. @throws when `before` does not precede `after`. */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after)
}

/** `count` order strings between two others, ascending. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count)
}
