import type { Peer } from '../../../schemas/api/live'

/** Calm, distinct, and dark enough for white letters. */
const colours = ['#b3261e', '#8a4b00', '#4a6b00', '#00695c', '#00639a', '#6b4fbb', '#a1308c', '#5d5f5f'] as const

/** The colour that somebody is known by to everybody: another for each, as long as there are enough. */
export function peerColour({ seat }: Pick<Peer, 'seat'>): string {
  return colours[seat % colours.length]!
}
