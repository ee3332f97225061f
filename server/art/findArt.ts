import type { Art, ArtGroup } from '../../schemas/api/art'
import { collection, type Collection } from './collection'
import { prizeWords } from './prizes'

export interface ArtSearch {
  readonly search?: string | undefined
  readonly group?: ArtGroup | undefined
  readonly names?: readonly string[] | undefined
}

type Drawings = Collection['drawings']

/** The drawings that every word of a search says something about, in either language; on one shelf, or of these names in their order. */
export function findArt({ search = '', group, names }: ArtSearch): readonly Art[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = among(group, names).filter((one) => words.every((word) => one.words.includes(word)))
  const best = words.length === 0 ? found : found.toSorted((a, b) => rank(a, words) - rank(b, words))
  return best.map(({ name, char, zh, en }) => ({ name, char, zh, en }))
}

function among(group: ArtGroup | undefined, names: readonly string[] | undefined): Drawings {
  const { drawings, byName } = collection()
  if (names) return names.flatMap((name) => byName.get(name) ?? [])
  if (group === 'prizes') return Object.keys(prizeWords).flatMap((name) => byName.get(name) ?? [])
  return group ? drawings.filter((one) => one.group === group) : drawings
}

/** What is called by the word comes before what is called something with it, and that before what it only has to do with. */
function rank({ zh, en, name }: Drawings[number], words: readonly string[]): number {
  const labels = [zh.toLowerCase(), en.toLowerCase()]
  if (labels.some((label) => label === words.join(' '))) return 0
  if (name in prizeWords) return 1
  return labels.some((label) => words.every((word) => label.includes(word))) ? 2 : 3
}
