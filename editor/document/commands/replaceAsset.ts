import { diffDocuments, isRecord, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

/** Shows one picture wherever another was: in every widget, in every phase, and where the page is shared. Both are `asset:<id>`. */
export function replaceAsset(document: PageDocument, { from, to }: { readonly from: string; readonly to: string }): Diff {
  return diffDocuments(document, swapped(document, from, to))
}

/** How many places of a page show a picture. */
export function placesOf(value: unknown, reference: string): number {
  if (value === reference) return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, one) => sum + placesOf(one, reference), 0)
}

function swapped(value: unknown, from: string, to: string): unknown {
  if (value === from) return to
  if (Array.isArray(value)) return value.map((one) => swapped(one, from, to))
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, swapped(one, from, to)])) : value
}
