import type { Diff } from '../../schemas/diff'
import { rootId, type PageDocument, type PageNode } from '../../schemas/page'
import { isInside } from '../../schemas/tree'
import type { Bilingual } from '../../schemas/words'
import { specs } from '../../widgets/specs'

/** What an undo step is called: what was done, and to which widget, or to how many. New widgets are named by what was done already. */
export function stepName(name: Bilingual, diff: Diff, { nodes }: PageDocument): Bilingual {
  const ids = [...new Set(diff.filter(({ at }) => at[0] === 'nodes' && at[1] !== rootId).map(({ at }) => at[1]!))]
  const known = ids.filter((id) => id in nodes)
  const tops = known.filter((id) => !known.some((other) => other !== id && isInside(nodes, id, other)))
  const [only] = tops
  if (only === undefined) return name
  if (tops.length > 1) return { zh: `${name.zh} ${tops.length} 个组件`, en: `${name.en} ${tops.length} widgets` }
  const called = titleOf(nodes[only]!)
  return { zh: `${name.zh} ${called.zh}`, en: `${name.en}: ${called.en}` }
}

function titleOf({ name, type }: PageNode): Bilingual {
  return name === undefined ? (specs[type]?.title ?? { zh: type, en: type }) : { zh: name, en: name }
}
