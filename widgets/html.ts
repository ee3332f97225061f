/** Text that is safe to stand in a document: everything put into it was escaped, or was `Html` already. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text
  }
}

const entities: { [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char]!)
}

/** Schemes that a link or a picture may have. Anything else, `javascript:` first of all, becomes `#`. */
const safeUrl = /^(https?:|tel:|mailto:|weixin:|alipays?:|data:image\/(png|jpeg|webp|gif|svg\+xml);|[/#?.]|[^:]*$)/i

/** The URL as a browser would read it (control characters and blanks do not hide a scheme), or `#` where it could run script. */
export function safeLink(url: unknown): string {
  // oxlint-disable-next-line no-control-regex -- browsers skip these characters before they read the scheme
  const read = String(url ?? '').replace(/[\u0000-\u0020]/g, '')
  return safeUrl.test(read) ? read : '#'
}

function write(value: unknown): string {
  if (value === null || value === undefined || value === false || value === true) return ''
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(write).join('')
  return escapeHtml(String(value))
}

/**
 * An escaping template. Values are text unless they are `Html`; lists are joined; null, undefined and booleans vanish.
 * Attributes must be quoted, and whatever fills `href` or `src` passes `safeLink`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  let text = strings[0]!
  for (let i = 0; i < values.length; i++) {
    const before = strings[i]!
    const isUrl = before.endsWith('="') && /\s(href|src|action|poster)="$/.test(before)
    text += (isUrl ? escapeHtml(safeLink(values[i])) : write(values[i])) + strings[i + 1]!
  }
  return new Html(text)
}
