import { speak, type Locale } from '../schemas/words'
import type { Translate } from '../widgets/host'
import type { AnyView, Dictionary } from '../widgets/view'

/** A translator over texts of one language. `{name}` stands for a value; a key without a text shows itself. */
export function translator(texts: { readonly [key: string]: string } | undefined): Translate {
  return (key, values) => {
    const text = texts?.[key] ?? key
    return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text
  }
}

/** A view's words in one language. */
export function textsOf(view: AnyView, locale: Locale): { [key: string]: string } {
  const words: Dictionary = view.words
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, speak(text, locale)]))
}
