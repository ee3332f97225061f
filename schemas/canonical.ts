/**
 * The one way to write a JSON value: keys in code-unit order, no blanks, numbers as JavaScript prints them.
 * Values that say the same are the same text. @throws on anything JSON cannot say (undefined in lists, NaN, functions).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return `{${members(value as { [key: string]: unknown }).join(',')}}`
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value)
  if (text === undefined) throw new TypeError(`JSON cannot say ${String(value)}.`)
  return text
}

function members(record: { readonly [key: string]: unknown }): string[] {
  return Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
}

/** SHA-256 of the canonical text, 64 hex digits: the name of a version. */
export async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
