import { isRecord } from '../../schemas/diff'
import type { PageNode } from '../../schemas/page'
import { locale } from '../i18n/locale'

const longest = 40

/** The first words that a visitor reads at a node, to tell widgets of one kind apart. */
export function excerptOf({ props }: PageNode): string {
  const text = props['text'] ?? props['title']
  const words = isRecord(text) ? (text[locale.value] ?? text['zh-CN']) : text
  return typeof words === 'string' ? words.slice(0, longest) : ''
}
