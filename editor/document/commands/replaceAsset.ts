import { diffDocuments, isRecord, type Diff } from '../../../schemas/diff'
import type { PageDocument } from '../../../schemas/page'

export interface Replacement {
  /** `asset:<id>`, as is `to`. */
  readonly from: string
  readonly to: string
  /** How large the new picture is, px: where a place keeps room of a picture's own size, it keeps room for this one. */
  readonly size?: { readonly width: number; readonly height: number } | undefined
}

/** Shows one picture wherever another was: in every widget, in every phase, and where the page is shared. */
export function replaceAsset(document: PageDocument, replacement: Replacement): Diff {
  return diffDocuments(document, withReplaced(document, replacement))
}

/** How many places of a document show a picture. */
export function placesOf(value: unknown, reference: string): number {
  if (value === reference) return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, one) => sum + placesOf(one, reference), 0)
}

/** Any document with one picture wherever it showed another. */
export function withReplaced<T>(document: T, replacement: Replacement): T {
  // A reference stands where another stood, so the document keeps its shape.
  return swapped(document, replacement) as T
}

function swapped(value: unknown, replacement: Replacement): unknown {
  const { from, to, size } = replacement
  if (value === from) return to
  if (Array.isArray(value)) return value.map((one) => swapped(one, replacement))
  if (!isRecord(value)) return value
  const record = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, swapped(one, replacement)]))
  const keepsRoom = value['src'] === from && typeof value['width'] === 'number' && typeof value['height'] === 'number'
  return size && keepsRoom ? { ...record, width: size.width, height: size.height } : record
}
