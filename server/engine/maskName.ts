import { sha256 } from './chain'

/** Names that we gave, of today's form and of the first: they say nothing of anybody, so they are shown whole. */
const given = /^(#|访客 )[0-9A-Za-z]{4}$/

/** What a visitor is called before they have a name: the same in every language, since a board shows it to readers of each. */
export function givenName(mark: string): string {
  return `#${mark.slice(-4).toUpperCase()}`
}

function defaultName(visitor: string): string {
  return givenName(sha256(visitor).slice(0, 4))
}

/** A name as strangers see it: its first character (`张**`, `m***`). Nobody's id shows where the name is missing. */
export function maskName(name: string | null, visitor: string): string {
  if (name === null || name === '') return defaultName(visitor)
  if (given.test(name)) return name
  const [first, ...rest] = name
  return first + '*'.repeat(Math.min(3, Math.max(1, rest.length)))
}
