import type { Bilingual } from '../../schemas/words'

/**
 * The words of one folder by key. `{name}` stands for a value; `{count|day|days}` picks by number, one or many.
 */
export type Dictionary = { readonly [key: string]: Bilingual }

/** Keeps a dictionary's keys, so that `t` can be checked against them. A missing language does not compile. */
export function dictionary<const D extends Dictionary>(words: D): D {
  return words
}
