/** Dice for the nth of many things that one command decides: each starts at its own 8 of the 64 digits, so that they are not used up. */
export function diceOfNth(random: string, nth: number): (bound: number) => number {
  const start = (nth * 8) % random.length
  return dice(random.slice(start) + random.slice(0, start))
}

/**
 * Whole numbers from a command's random hex digits, each in [0, bound), without modulo bias:
 * 32 bits a try, thrown away when they fall into the incomplete last stretch of 2^32.
 * The same digits always give the same numbers. @throws when the 64 digits (8 tries) are used up.
 */
export function dice(random: string): (bound: number) => number {
  let used = 0
  return (bound) => {
    const fair = 2 ** 32 - (2 ** 32 % bound)
    for (; used + 8 <= random.length;) {
      const tried = parseInt(random.slice(used, (used += 8)), 16)
      if (tried < fair) return tried % bound
    }
    throw new Error('The random digits of this command are used up.')
  }
}
