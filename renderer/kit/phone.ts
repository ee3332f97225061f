import { say, speak } from '../../schemas/words'
import { Refusal } from '../../widgets/host'
import { escapeHtml, html, Html, safeLink } from '../../widgets/html'
import { isOpen, notice } from '../../widgets/notice'
import type { AnyView } from '../../widgets/view'
import type { Boot } from '../boot'
import { livePage, type Fetcher } from './livePage'

/** What page script shares: the modules that every view uses, the page's views by type, and how to start. */
export interface Phone {
  readonly v: { [type: string]: AnyView }
  bring?: Fetcher
  /** The note (HTML) in the place of what could not be shown. */
  fallback?: string
  start(boot: Boot): void
}

/** Declared by the script that the publisher writes around this one and the views. */
declare const F: Phone & { readonly [shared: string]: unknown }

Object.assign(F, {
  say, speak, Refusal, escapeHtml, html, Html, safeLink, isOpen, notice,
  noticeWords: {},
  start: (boot: Boot) => livePage(boot, F),
})
