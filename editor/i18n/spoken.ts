import type { Locale } from '../../schemas/words'
import { locale } from './locale'

/** The words of every folder in one language. */
export interface Spoken {
  readonly [folder: string]: { readonly [key: string]: string }
}

const sources: { readonly [Language in Locale]: () => Promise<{ readonly words: Spoken }> } = {
  'zh-CN': () => import('virtual:festoon-words/zh-CN'),
  'en': () => import('virtual:festoon-words/en'),
}
const brought = new Map<Locale, Spoken>()

/** Fetches the words of a language; nothing is said in it before. Fails where they cannot be had. */
export async function bringWords(language: Locale): Promise<void> {
  if (!brought.has(language)) brought.set(language, (await sources[language]()).words)
}

/** The words of the reader's language. Reactive. */
export function spoken(): Spoken {
  const words = brought.get(locale.value)
  if (!words) throw new Error(`The words of "${locale.value}" are not here yet; bring them before anything is shown.`)
  return words
}
