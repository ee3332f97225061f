import type { Diff } from '../../schemas/diff'
import type { PageDocument } from '../../schemas/page'

/** What a diff reaches, so that nobody has to look at anything else. */
export interface Touched {
  readonly nodes: ReadonlySet<string>
  /** Parents whose list of children may read differently. */
  readonly parents: ReadonlySet<string>
  /** Whether anything outside the nodes changed. */
  readonly page: boolean
}

const placing = new Set(['parent', 'order'])

export function touchedBy(diff: Diff, before: PageDocument, after: PageDocument): Touched {
  const nodes = new Set<string>()
  const parents = new Set<string>()
  let page = false
  const visit = (id: string): void => {
    nodes.add(id)
    for (const node of [before.nodes[id], after.nodes[id]]) if (node?.parent) parents.add(node.parent)
  }
  for (const {
    at: [top, id, field],
  } of diff) {
    if (top !== 'nodes') page = true
    else if (id === undefined) for (const every of Object.keys({ ...before.nodes, ...after.nodes })) visit(every)
    else if (field === undefined || placing.has(field)) visit(id)
    else nodes.add(id)
  }
  return { nodes, parents, page }
}

/** Whether a diff may change that field of some node. */
export function reaches(diff: Diff, field: string): boolean {
  return diff.some(({ at: [top, , one] }) => top === 'nodes' && (one === undefined || one === field))
}

/** A page without its nodes. */
export type PageFields = Omit<PageDocument, 'nodes'>

export function fieldsOf({ nodes: _nodes, ...fields }: PageDocument): PageFields {
  return fields
}
