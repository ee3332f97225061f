/** The offset in JSON text at which the value that a JSON pointer names begins; the nearest one around it where there is none. */
export function offsetOf(text: string, pointer: string): number {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
  let at = skipBlank(text, 0)
  for (const key of keys) {
    const inner = text[at] === '{' ? memberOf(text, at, key) : text[at] === '[' ? itemOf(text, at, Number(key)) : null
    if (inner === null) return at
    at = inner
  }
  return at
}

function memberOf(text: string, object: number, key: string): number | null {
  let at = skipBlank(text, object + 1)
  while (text[at] === '"') {
    const end = skipValue(text, at)
    const value = skipBlank(text, skipBlank(text, end) + 1)
    if (JSON.parse(text.slice(at, end)) === key) return value
    at = skipBlank(text, skipValue(text, value))
    if (text[at] !== ',') return null
    at = skipBlank(text, at + 1)
  }
  return null
}

function itemOf(text: string, list: number, index: number): number | null {
  let at = skipBlank(text, list + 1)
  for (let i = 0; at < text.length && text[at] !== ']'; i++) {
    if (i === index) return at
    at = skipBlank(text, skipValue(text, at))
    if (text[at] !== ',') return null
    at = skipBlank(text, at + 1)
  }
  return null
}

function skipBlank(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}

/** The offset after the value that begins at `at`. The text is valid JSON. */
function skipValue(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at)
  if (text[at] !== '{' && text[at] !== '[') return at + /^[^\s,\]}]*/.exec(text.slice(at, at + 64))![0].length
  let depth = 0
  for (let i = at; i < text.length; i++) {
    if (text[i] === '"') i = skipString(text, i) - 1
    else if (text[i] === '{' || text[i] === '[') depth++
    else if ((text[i] === '}' || text[i] === ']') && --depth === 0) return i + 1
  }
  return text.length
}

function skipString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i + 1
  }
  return text.length
}
