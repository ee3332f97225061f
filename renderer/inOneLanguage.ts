import { locales, say, type Locale, type Words } from '../schemas/words'

function isWords(value: object): value is Exclude<Words, string> {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => locales.some((locale) => locale === key))
}

/** The same value with every text in one language: what a phone needs of a widget's props. */
export function inOneLanguage(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((each) => inOneLanguage(each, locale))
  if (typeof value !== 'object' || value === null) return value
  if (isWords(value)) return say(value, locale)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOneLanguage(each, locale)]))
}
