import { shallowRef, watch } from 'vue'
import { nearestLocale, type Locale } from '../../schemas/words'

const memory = 'festoon.locale'

/** The reader's language: what was chosen here before, else what the browser asks for. */
export const locale = shallowRef<Locale>(remembered() ?? nearestLocale(globalThis.navigator?.language, 'en'))

function remembered(): Locale | null {
  const kept = globalThis.localStorage?.getItem(memory)
  return kept === 'zh-CN' || kept === 'en' ? kept : null
}

export function rememberLocale(chosen: Locale): void {
  globalThis.localStorage?.setItem(memory, chosen)
}

if (globalThis.document) watch(locale, (now) => void (document.documentElement.lang = now), { immediate: true })
