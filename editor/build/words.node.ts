import type { Plugin } from 'vite'
import { speak, locales, type Locale } from '../../schemas/words'
import { dictionaries } from '../i18n/dictionaries'
import type { Dictionary } from '../i18n/dictionary'

const prefix = 'virtual:festoon-words/'

/** Offers the words of each language as a module of its own: a reader loads one language. */
export function wordsPlugin(): Plugin {
  const modules = new Map<string, Locale>(locales.map((locale) => [`\0${prefix}${locale}`, locale]))
  return {
    name: 'festoon-words',
    resolveId: (id) => (modules.has(`\0${id}`) ? `\0${id}` : null),
    load: (id) => (modules.has(id) ? `export const words = ${JSON.stringify(wordsIn(modules.get(id)!))}` : null),
  }
}

function wordsIn(locale: Locale): { readonly [folder: string]: { readonly [key: string]: string } } {
  const one = (dictionary: Dictionary) => Object.fromEntries(Object.entries(dictionary).map(([key, text]) => [key, speak(text, locale)]))
  return Object.fromEntries(Object.entries(dictionaries).map(([folder, dictionary]) => [folder, one(dictionary)]))
}
