import type { Json } from '../../../schemas/play'
import type { RulesDocument } from '../../../schemas/rules'
import { playKinds } from '../../../widgets/rules'

/** What each play says by its rules alone. Nothing of those whose rules are half written: their widgets show what they show without any. */
export function stillsOf(rules: RulesDocument): { readonly [play: string]: Json } {
  return Object.fromEntries(Object.keys(rules.plays).flatMap((id) => stillOf(id, rules)))
}

function stillOf(id: string, rules: RulesDocument): (readonly [string, Json])[] {
  const play = rules.plays[id]!
  try {
    const still = playKinds[play.kind]?.still?.({ rules, id, play })
    return still ? [[id, still]] : []
  } catch {
    return []
  }
}
