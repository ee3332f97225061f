import type { PageDocument } from '../../schemas/page'
import type { RulesDocument } from '../../schemas/rules'
import { playKinds } from '../../widgets/rules'

/** The rules with a play for each one that the page's widgets show and the rules do not have: as the page brings it, else as its kind begins. */
export function withPlays(rules: RulesDocument, page: PageDocument, brought: RulesDocument['plays']): RulesDocument {
  const wanted = new Set(Object.values(page.nodes).flatMap(({ play }) => (play === undefined || play in rules.plays ? [] : [play])))
  const added = [...wanted].flatMap((id) => {
    const play = brought[id] ?? playKinds[id]?.defaults
    return play ? [[id, play] as const] : []
  })
  return { ...rules, plays: { ...rules.plays, ...Object.fromEntries(added) } }
}
