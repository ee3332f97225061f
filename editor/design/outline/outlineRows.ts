import { rootId, type PageDocument, type PageNode } from '../../../schemas/page'
import { childIndex } from '../../../schemas/tree'

/** One line of the outline. */
export interface OutlineRow {
  readonly node: PageNode
  /** 1 for what stands directly on the page. */
  readonly level: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number
  readonly of: number
}

/** The lines of a page from top to bottom, what is inside closed ones left out. With `matches`, only what is sought and what holds it. */
export function outlineRows(document: PageDocument, isOpen: (id: string) => boolean, matches?: (node: PageNode) => boolean): OutlineRow[] {
  const index = childIndex(document.nodes)
  const kept = matches ? keptBy(document, index, matches) : null
  const rows: OutlineRow[] = []
  const walk = (parent: string, level: number): void => {
    const children = (index.get(parent) ?? []).filter(({ id }) => !kept || kept.has(id))
    children.forEach((node, i) => {
      const hasChildren = index.has(node.id)
      const open = hasChildren && (kept !== null || isOpen(node.id))
      rows.push({ node, level, hasChildren, isOpen: open, place: i + 1, of: children.length })
      if (open) walk(node.id, level + 1)
    })
  }
  walk(rootId, 1)
  return rows
}

function keptBy({ nodes }: PageDocument, index: ReadonlyMap<string, readonly PageNode[]>, matches: (node: PageNode) => boolean): Set<string> {
  const kept = new Set<string>()
  for (const node of [...index.values()].flat().filter(matches)) {
    for (let at: PageNode | undefined = node; at && !kept.has(at.id); at = nodes[at.parent ?? '']) kept.add(at.id)
  }
  return kept
}
