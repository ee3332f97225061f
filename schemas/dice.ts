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
