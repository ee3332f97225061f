import type { Diff } from '../../schemas/diff'
import type { PageDocument, PageNode } from '../../schemas/page'
import type { Bilingual } from '../../schemas/words'
import { specs } from '../../widgets/specs'
import { topmost } from '../document/commands/topmost'

/** What an undo step is called: what was done, and to which widget, or to how many. New widgets are named by what was done already. */
export function stepName(name: Bilingual, diff: Diff, before: PageDocument): Bilingual {
  const tops = topmost(
    before,
    diff.flatMap(({ at: [top, id] }) => (top === 'nodes' && id !== undefined ? [id] : [])),
  )
  const [only] = tops
  if (only === undefined) return name
  if (tops.length > 1) return { zh: `${name.zh} ${tops.length} 个组件`, en: `${name.en} ${tops.length} widgets` }
  const called = titleOf(before.nodes[only]!)
  return { zh: `${name.zh} ${called.zh}`, en: `${name.en}: ${called.en}` }
}

function titleOf({ name, type }: PageNode): Bilingual {
  return name === undefined ? (specs[type]?.title ?? { zh: type, en: type }) : { zh: name, en: name }
}
