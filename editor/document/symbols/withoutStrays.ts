import type { PageNode } from '../../../schemas/page'
import { instanceAround } from './instance'

/** Copies of nodes: those that leave their instance behind stand for nothing of its symbol any more. */
export function withoutStrays(copied: readonly PageNode[]): PageNode[] {
  const nodes = Object.fromEntries(copied.map((node) => [node.id, node]))
  return copied.map((node) => {
    if (node.of === undefined || instanceAround(nodes, node.id) !== null) return node
    const { of: _left, ...own } = node
    return own
  })
}
