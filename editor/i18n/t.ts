import { say, speak, type Bilingual, type Locale, type Words } from '../../schemas/words'
import type { dictionaries } from './dictionaries'
import { numberIn } from './format'
import { locale } from './locale'
import { spoken } from './spoken'

type Dictionaries = typeof dictionaries
export type Key = { [Folder in keyof Dictionaries & string]: `${Folder}.${keyof Dictionaries[Folder] & string}` }[keyof Dictionaries & string]
export type Values = { readonly [name: string]: string | number }

/** The words of a key in the reader's language, with values put in. Reactive: views that call it follow the language. */
export function t(key: Key, values: Values = {}): string {
  const dot = key.indexOf('.')
  // `Key` is made of exactly these two parts.
  return fill(spoken()[key.slice(0, dot)]![key.slice(dot + 1)]!, values, locale.value)
}

/** The product's own two-language text (titles of widgets and plays, problems) for the reader. */
export function told(text: Bilingual | undefined): string {
  return text ? speak(text, locale.value) : ''
}

/** A document's text for the reader. */
export function said(words: Words | undefined): string {
  return say(words, locale.value)
}

/** Puts values into `{name}` and picks from `{name|one|many}`. Numbers are written as the language writes them. */
export function fill(text: string, values: Values, language: Locale): string {
  if (!text.includes('{')) return text
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined) return value === 1 ? one : (many ?? '')
    return typeof value === 'number' ? numberIn(language, value) : value
  })
}
