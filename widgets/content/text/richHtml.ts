import type { RichLine, Run } from '../../../schemas/richSchema'
import { html, Html, safeLink } from '../../html'

/** Lines as markup: those of a list in lists, the others as lines of text. */
export function richHtml(lines: readonly RichLine[]): Html {
  const blocks = lines.reduce<RichLine[][]>((all, line) => {
    const last = all.at(-1)
    if (last && last[0]!.list === line.list) last.push(line)
    else all.push([line])
    return all
  }, [])
  return html`${blocks.map((block) => (block[0]!.list ? list(block) : plain(block)))}`
}

export function hasList(lines: readonly RichLine[]): boolean {
  return lines.some(({ list: kind }) => kind !== undefined)
}

function list(lines: readonly RichLine[]): Html {
  const tag = new Html(lines[0]!.list === 'number' ? 'ol' : 'ul')
  return html`<${tag}>${lines.map(({ runs }) => html`<li>${runs.map(runHtml)}</li>`)}</${tag}>`
}

function plain(lines: readonly RichLine[]): Html {
  return html`${lines.map(({ runs }, i) => html`${i > 0 ? '\n' : ''}${runs.map(runHtml)}`)}`
}

function runHtml({ text, bold, italic, underline, strike, colour, size, link }: Run): Html {
  const style = [colour && `color:${colour}`, size && `font-size:${size}px`].filter(Boolean).join(';')
  const tags = [bold && 'b', italic && 'i', underline && 'u', strike && 's'].filter(Boolean) as string[]
  const marked = tags.reduceRight((inner, tag) => html`<${new Html(tag)}>${inner}</${new Html(tag)}>`, html`${text}`)
  const styled = style ? html`<span style="${style}">${marked}</span>` : marked
  return link && safeLink(link) !== '#' ? html`<a href="${link}">${styled}</a>` : styled
}
