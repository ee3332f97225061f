import type { PlayKind } from '../../schemas/play'
import type { RulesDocument } from '../../schemas/rules'
import { freeId } from './freeId'

/** The rules with one more play of a kind as that kind begins one, under the first free id made from the kind's name. */
export function withPlay(
  rules: RulesDocument,
  kind: string,
  kinds: { readonly [kind: string]: PlayKind },
): { readonly id: string; readonly rules: RulesDocument } {
  const known = kinds[kind]
  if (!known) throw new Error(`No kind of play "${kind}". Known: ${Object.keys(kinds).join(', ')}.`)
  const { play, besides } = known.begin?.(rules) ?? { play: known.defaults }
  const plays = { ...rules.plays, ...besides }
  const id = freeId(kind, Object.keys(plays))
  return { id, rules: { ...rules, plays: { ...plays, [id]: play } } }
}
