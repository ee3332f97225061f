/** Calm, distinct, and dark enough for white letters. */
const colours = ['#b3261e', '#8a4b00', '#4a6b00', '#00695c', '#00639a', '#6b4fbb', '#a1308c', '#5d5f5f'] as const

/** The colour that a tab is known by. */
export function peerColour(tab: string): string {
  const sum = Array.from(tab).reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7)
  return colours[sum % colours.length]!
}
