import { rootId, type PageDocument } from '../../../schemas/page'
import { bySiblingOrder } from '../../../schemas/tree'

/** Of some nodes, those that stand in none of the others, in page order. The page itself and unknown ids are left out. */
export function topmost(document: PageDocument, ids: readonly string[]): string[] {
  const chosen = new Set(ids.filter((id) => id !== rootId && id in document.nodes))
  const ways = [...chosen].map((id) => ({ id, way: wayTo(document, id) })).filter(({ id, way }) => !way.some((above) => above !== id && chosen.has(above)))
  return ways.sort((a, b) => compare(document, a.way, b.way)).map(({ id }) => id)
}

/** Before or after on the page: by the order of the two branches where the ways down part. */
function compare(document: PageDocument, one: readonly string[], other: readonly string[]): number {
  const fork = one.findIndex((id, i) => id !== other[i])
  const [left, right] = [document.nodes[one[fork] ?? ''], document.nodes[other[fork] ?? '']]
  return left && right ? bySiblingOrder(left, right) : one.length - other.length
}

function wayTo(document: PageDocument, id: string): string[] {
  const way: string[] = []
  for (let at: string | null = id; at !== null && !way.includes(at); at = document.nodes[at]?.parent ?? null) way.unshift(at)
  return way
}
