import { applyDiff, type Diff } from '../../schemas/diff'
import type { PageDocument, PageNode } from '../../schemas/page'
import type { Bilingual } from '../../schemas/words'
import { specs } from '../../widgets/specs'
import { topmost } from '../document/commands/topmost'

/** What an undo step is called: what was done, and to which widget, or to how many. Where all of them are new, they are the ones. */
export function stepName(name: Bilingual, diff: Diff, before: PageDocument): Bilingual {
  const ids = diff.flatMap(({ at: [top, id] }) => (top === 'nodes' && id !== undefined ? [id] : []))
  const page = ids.some((id) => id in before.nodes) ? before : applyDiff(before, diff)
  const tops = topmost(page, ids)
  const [only] = tops
  if (only === undefined) return name
  if (tops.length > 1) return { zh: `${name.zh} ${tops.length} 个组件`, en: `${name.en} ${tops.length} widgets` }
  const called = titleOf(page.nodes[only]!)
  return { zh: `${name.zh} ${called.zh}`, en: `${name.en}: ${called.en}` }
}

function titleOf({ name, type }: PageNode): Bilingual {
  return name === undefined ? (specs[type]?.title ?? { zh: type, en: type }) : { zh: name, en: name }
}
