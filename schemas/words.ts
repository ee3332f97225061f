/** The languages that the product speaks. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text in both languages, as the product itself writes it. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A text as people write it into documents: one language for everyone, or one text a locale. */
export type Words = string | { readonly [locale in Locale]?: string }

/** The text for this reader; a missing language falls back to the other one, never to nothing. */
export function say(words: Words | undefined, locale: Locale): string {
  if (words === undefined) return ''
  if (typeof words === 'string') return words
  return words[locale] ?? words['zh-CN'] ?? words.en ?? ''
}

/** The product's own text for this reader. */
export function speak(text: Bilingual, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh
}

/** For texts that are written in one language only, as a team's plan is: picks each from the two given. */
export function wordsIn(locale: Locale): (zh: string, en: string) => string {
  return (zh, en) => speak({ zh, en }, locale)
}

/** The locale of ours nearest to what a reader asks for (`Accept-Language`, `navigator.language`). */
export function nearestLocale(asked: string | null | undefined, otherwise: Locale = 'zh-CN'): Locale {
  for (const part of (asked ?? '').toLowerCase().split(',')) {
    const tag = part.split(';')[0]!.trim()
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return otherwise
}
