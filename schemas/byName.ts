/** The records, and nothing else: a plain object also answers to `constructor` and other names that every object has. */
export function byName<T>(records: { readonly [name: string]: T }): { readonly [name: string]: T } {
  return Object.assign(Object.create(null) as { [name: string]: T }, records)
}
