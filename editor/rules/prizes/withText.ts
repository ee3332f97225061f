import type { Locale, Words } from '../../../schemas/words'

/** Words with the text of one language changed; words that are the same for everybody stay so. Emptied words are nothing. */
export function withText(words: Words | undefined, locale: Locale, text: string): Words | undefined {
  if (words === undefined || typeof words === 'string') return text || undefined
  const { [locale]: _old, ...others } = words
  if (text) return { ...others, [locale]: text }
  return Object.keys(others).length ? others : undefined
}
