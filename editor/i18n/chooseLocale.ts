import type { Locale } from '../../schemas/words'
import { toast } from '../ui/toast'
import { locale, rememberLocale } from './locale'
import { bringWords } from './spoken'
import { t } from './t'

let wanted: Locale | null = null

/** Changes the language of the whole editor once its words are here, and remembers it on this device. */
export async function chooseLocale(chosen: Locale): Promise<void> {
  wanted = chosen
  try {
    await bringWords(chosen)
  } catch {
    toast(t('ui.languageFailed'), 'bad')
    return
  }
  // Of two choices in a row the last one counts, whichever arrives first.
  if (wanted !== chosen) return
  locale.value = chosen
  rememberLocale(chosen)
}
