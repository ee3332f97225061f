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

const known = new WeakMap<Dictionary, { [locale in Locale]?: { readonly [key: string]: string } }>()

/** A view's words in one language; the same record each time. */
export function textsOf(view: AnyView, locale: Locale): { readonly [key: string]: string } {
  const words: Dictionary = view.words
  const spoken = known.get(words) ?? {}
  known.set(words, spoken)
  return (spoken[locale] ??= Object.fromEntries(Object.entries(words).map(([key, text]) => [key, speak(text, locale)])))
}
