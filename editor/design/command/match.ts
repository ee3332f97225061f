/** How well a text answers to what was typed: 0 not at all, more is better. All letters must come in order; beginnings of words count most. */
export function match(sought: string, text: string): number {
  const [wanted, said] = [sought.trim().toLowerCase(), text.toLowerCase()]
  if (wanted === '') return 1
  const whole = said.indexOf(wanted)
  if (whole >= 0) return 100 - Math.min(whole, 40) + (isWordStart(said, whole) ? 50 : 0)
  return inOrder(wanted.replaceAll(' ', ''), said)
}

function inOrder(wanted: string, said: string): number {
  let [score, at] = [0, -1]
  for (const letter of wanted) {
    const next = said.indexOf(letter, at + 1)
    if (next < 0) return 0
    score += next === at + 1 ? 4 : isWordStart(said, next) ? 3 : 0
    at = next
  }
  // Letters strewn about at random are no answer.
  return score >= wanted.length * 2 ? Math.min(60, score) : 0
}

function isWordStart(said: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(said[at - 1]!)
}
