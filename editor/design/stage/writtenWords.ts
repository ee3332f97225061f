import type { PageNode } from '../../../schemas/page'
import type { Locale, Words } from '../../../schemas/words'

/** The words with one language's text put in; those that are for everyone stay so. */
export function rewritten(words: Words, locale: Locale, text: string): Words {
  return typeof words === 'string' ? text : { ...words, [locale]: text }
}

/** The phase whose own property is shown, and so is the one to change; null: the one of all phases is. */
export function phaseOf({ byPhase }: PageNode, name: string, shown: string | null): string | null {
  return shown !== null && byPhase?.[shown]?.props[name] !== undefined ? shown : null
}
