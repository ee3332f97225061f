import { richFor } from '../../../schemas/richText'
import { say } from '../../../schemas/words'
import { html, Html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import { hasList, richHtml } from './richHtml'
import type { TextProps } from './spec'

const tags = { body: 'p', small: 'p', heading: 'h2', display: 'h1' } as const

/** Lines stay lines and marks are those of the document's own list; everything else is text, never markup. */
export const textView = view<TextProps>()({
  words: {},
  html({ text, rich, level = 'body', align, colour, size, lineHeight, spacing, ...box }, _state, { locale }) {
    const style = [
      align && `text-align:${align}`,
      colour && `color:${colour}`,
      size && `font-size:${size}px`,
      lineHeight && `line-height:${lineHeight}`,
      spacing && `letter-spacing:${spacing}px`,
      ...boxStyle(box),
    ]
      .filter(Boolean)
      .join(';')
    const look = richFor(text, rich, locale)
    // A list cannot stand in a paragraph or heading.
    const tag = new Html(look && hasList(look) ? 'div' : tags[level])
    return html`<${tag} class="txt txt-${level}"${style ? html` style="${style}"` : ''}>${look ? richHtml(look) : say(text, locale)}</${tag}>`
  },
})
