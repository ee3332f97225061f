import type { Template } from '../../schemas/api/management'

/** What an activity can start from; the blank page has the empty id. */
export type Choice = Template

/** The kinds of play among the choices, the commonest first. Accounts of points serve other plays and are none to look for. */
export function kindsAmong(choices: readonly Choice[]): string[] {
  const all = choices.flatMap(({ kinds }) => kinds).filter((kind) => kind !== 'points')
  const count = (kind: string): number => all.filter((one) => one === kind).length
  return [...new Set(all)].toSorted((a, b) => count(b) - count(a))
}

/** The choices that have every word of the search, and a play of the kind; `all`: whatever they have. */
export function matching(choices: readonly Choice[], { search, kind }: { readonly search: string; readonly kind: string }): Choice[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ title, description, kinds }) => {
    const text = `${title} ${description}`.toLowerCase()
    return (kind === 'all' || kinds.includes(kind)) && words.every((word) => text.includes(word))
  })
}

/** Where a key leads in a grid of `count` places, so many `columns` wide; null for keys that lead nowhere. Rows end at their ends, the whole goes round. */
export function placeAfter(key: string, { at, count, columns }: { readonly at: number; readonly count: number; readonly columns: number }): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at + count - 1) % count
    case 'ArrowDown':
      return at + columns < count ? at + columns : at
    case 'ArrowUp':
      return at >= columns ? at - columns : at
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
