import { Parser } from 'htmlparser2'
import { mostTogether, type Marks, type RichLine, type Run } from '../../schemas/richSchema'
import { plainOf, richOf } from '../../schemas/richText'
import { safeLink } from '../../widgets/html'
import { colourOf, fontSizeOf } from './reading'

export interface RichRead {
  readonly lines: readonly RichLine[]
  /** Markup said more than a text here can show. */
  readonly wasLost: boolean
}

const marked: { readonly [tag: string]: Marks } = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
}
type List = NonNullable<RichLine['list']>
const lists: { readonly [tag: string]: List } = { ul: 'bullet', ol: 'number' }
/** Tags that begin a line and end it. */
const breaking = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'blockquote'])
/** Tags whose inside is never said. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])

/** Tags that mean nothing by themselves; their style may. */
const bare = new Set(['span', 'font', 'br', 'ul', 'ol', ...breaking])

/** What a piece of HTML says and how its letters look. `scale` and `rem` as in `fontSizeOf`. */
export function richText(html: string, { scale, rem }: { readonly scale: number; readonly rem: number }): RichRead {
  const lines: { list?: List; runs: Run[] }[] = [{ runs: [] }]
  const open: { readonly marks: Marks; readonly list?: List | undefined }[] = [{ marks: {} }]
  let wasLost = false
  let mute = 0

  const freshLine = (): { list?: List; runs: Run[] } => {
    const { list } = open.at(-1)!
    return { ...(list ? { list } : {}), runs: [] }
  }
  const begin = (): void => void lines.push(freshLine())
  const endLine = (): void => void (lines.at(-1)!.runs.length > 0 && begin())
  const parser = new Parser({
    onopentag(name, attributes) {
      if (silent.has(name)) mute++
      const marks = { ...marked[name], ...(name === 'a' ? linkOf(attributes['href']) : {}), ...styleOf(attributes, scale, rem) }
      wasLost ||= !marked[name] && !bare.has(name) && (name !== 'a' || !('link' in marks))
      if (name === 'br') return begin()
      if (breaking.has(name) || lists[name]) endLine()
      const around = open.at(-1)!
      open.push({ marks: { ...around.marks, ...marks }, list: lists[name] ?? around.list })
      if (name === 'li') lines[lines.length - 1] = freshLine()
    },
    ontext(piece) {
      if (mute > 0) return
      piece.split('\n').forEach((text, i) => {
        if (i > 0) begin()
        if (text) lines.at(-1)!.runs.push({ text, ...open.at(-1)!.marks })
      })
    },
    onclosetag(name) {
      if (silent.has(name)) mute--
      if (name === 'br') return
      if (breaking.has(name) || lists[name]) endLine()
      if (open.length > 1) open.pop()
      if (lists[name] && lines.at(-1)!.runs.length === 0) lines[lines.length - 1] = { runs: [] }
    },
  })
  parser.write(html)
  parser.end()
  const tidied = tidy(lines)
  const isTooMuch = tidied.length > mostTogether || tidied.some(({ runs }) => runs.length > mostTogether)
  return isTooMuch ? { lines: richOf(plainOf(tidied)), wasLost: true } : { lines: tidied, wasLost }
}

function linkOf(href: string | undefined): Marks {
  return href === undefined || safeLink(href) === '#' || href.length > 2048 ? {} : { link: href }
}

function styleOf({ style = '', color }: { readonly [name: string]: string }, scale: number, rem: number): Marks {
  const said = new Map(style.split(';').map((one) => [one.split(':')[0]!.trim().toLowerCase(), one.slice(one.indexOf(':') + 1).trim()]))
  const colour = colourOf(said.get('color') ?? color)
  const size = fontSizeOf(said.get('font-size'), { scale, rem })
  return {
    ...(/^(bold|[6-9]00)/.test(said.get('font-weight') ?? '') ? { bold: true } : {}),
    ...(said.get('font-style') === 'italic' ? { italic: true } : {}),
    ...(colour ? { colour } : {}),
    ...(size === null ? {} : { size }),
  }
}

/** Without blanks at the ends of lines, without empty lines at either end, and never two of them together. */
function tidy(lines: readonly RichLine[]): readonly RichLine[] {
  const trimmed = lines
    .map(({ runs, ...line }): RichLine => ({ ...line, runs: trimEnd(runs) }))
    .map((line) => (line.list && line.runs.length === 0 ? { runs: [] } : line))
  const isEmpty = (line: RichLine | undefined): boolean => !line || line.runs.length === 0
  const apart = trimmed.filter((line, i) => !isEmpty(line) || !isEmpty(trimmed[i - 1]))
  return isEmpty(apart.at(-1)) ? apart.slice(0, -1) : apart
}

function trimEnd(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1)
  if (!last) return runs
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }]
}
