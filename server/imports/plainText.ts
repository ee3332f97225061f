import { Parser } from 'htmlparser2'
import { listOf, recordOf, textOf } from './reading'

/** Tags that begin a line and end it. */
export const breaking = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'blockquote'])
/** Tags whose inside is never said. */
export const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])

export interface Plain {
  readonly text: string
  /** Markup that said more than where lines end. */
  readonly wasFormatted: boolean
}

/** What a piece of HTML says, line by line. Script and style say nothing. A text without tags stays as it is. */
export function plainText(html: string): Plain {
  if (!/<[a-z/!]|&[a-z#]/i.test(html)) return { text: html.trim(), wasFormatted: false }
  let text = ''
  let wasFormatted = false
  let mute = 0
  const endLine = (): void => void (text && !text.endsWith('\n') && (text += '\n'))
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) mute++
      if (name === 'br') text += '\n'
      else if (breaking.has(name)) endLine()
      else wasFormatted = true
    },
    ontext(piece) {
      if (mute === 0) text += piece
    },
    onclosetag(name) {
      if (silent.has(name)) mute--
      if (name !== 'br' && breaking.has(name)) endLine()
    },
  })
  parser.write(html)
  parser.end()
  return {
    text: text
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    wasFormatted,
  }
}

/** What a ProseMirror document says: the form in which several editors keep rich text. */
export function textOfProse(value: unknown): string {
  const { type, text, content } = recordOf(value)
  if (type === 'text') return textOf(text)
  const inside = listOf(content).map(textOfProse)
  return inside.join(type === 'doc' || type === 'bulletList' || type === 'orderedList' ? '\n' : '')
}
