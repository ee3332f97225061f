import { isRecord } from '../../schemas/diff'

/** A place in a document: keys of records and indices of lists. */
export type Place = readonly (string | number)[]

/** The document with `is` at a place, lists included; `undefined` takes a key away. Untouched parts are shared. */
export function putAt<T>(document: T, at: Place, is: unknown): T {
  // What stands at the place is the caller's affair; around it the shape is kept.
  return put(document, at, is) as T
}

function put(value: unknown, [key, ...rest]: Place, is: unknown): unknown {
  if (key === undefined) return is
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === Number(key) ? put(item, rest, is) : item))
  const record = isRecord(value) ? value : {}
  if (rest.length === 0 && is === undefined) {
    const { [key]: _gone, ...others } = record
    return others
  }
  return { ...record, [key]: put(record[key], rest, is) }
}

/** What stands at a place; undefined where nothing does. */
export function readAt(value: unknown, at: Place): unknown {
  return at.reduce<unknown>((inner, key) => (Array.isArray(inner) ? inner[Number(key)] : isRecord(inner) ? inner[key] : undefined), value)
}

/** A place as a JSON pointer. */
export function pointer(at: Place): string {
  return at.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}
