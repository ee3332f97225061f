/** Most bytes that the server takes. */
export const mostBytes = 8 * 1024 * 1024

export type ReadFile =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'too-large' | 'empty' }
  | { readonly ok: false; readonly why: 'not-json'; readonly detail: string }

/** What a text that somebody gave says, as JSON. */
export function readJson(text: string): ReadFile {
  if (text.trim() === '') return { ok: false, why: 'empty' }
  if (new TextEncoder().encode(text).length > mostBytes) return { ok: false, why: 'too-large' }
  try {
    // Some editors put a mark before the text.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, why: 'not-json', detail: error instanceof Error ? error.message : String(error) }
  }
}
