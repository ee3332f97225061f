import { plainOf } from '../../schemas/richText'
import { listOf, recordOf, textOf } from './reading'
import { richText } from './richText'

/** What a piece of HTML says, line by line. Script and style say nothing. A text without tags stays as it is. */
export function plainText(html: string): string {
  if (!/<[a-z/!]|&[a-z#]/i.test(html)) return html.trim()
  // Letters only are wanted: how large they are does not matter.
  return plainOf(richText(html, { scale: 1, rem: 16 }).lines).trim()
}

/** What a ProseMirror document says: the form in which several editors keep rich text. */
export function textOfProse(value: unknown): string {
  const { type, text, content } = recordOf(value)
  if (type === 'text') return textOf(text)
  const inside = listOf(content).map(textOfProse)
  return inside.join(type === 'doc' || type === 'bulletList' || type === 'orderedList' ? '\n' : '')
}
