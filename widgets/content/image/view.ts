import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import { focusCss } from '../focus'
import type { ImageProps } from './spec'

/** A missing picture keeps its room and shows its description, so nothing jumps and nothing is blank. */
export const imageView = view<ImageProps>()({
  words: {},
  html({ src, alt, width = 750, height = 420, rounded, inset, focus, ...box }, _state, { locale, asset }) {
    const look = `img${rounded ? ' round' : ''}${inset ? ' inset' : ''}`
    const words = say(alt, locale)
    const own = [...boxStyle(box), src && focusCss(focus)].filter(Boolean).join(';')
    const style = own ? html` style="${own}"` : ''
    if (!src)
      return html`<div class="${look} img-none" ${words ? html`role="img" aria-label="${words}"` : html`aria-hidden="true"`}${style}><span>${words || '🖼'}</span></div>`
    return html`<img class="${look}" src="${asset(src, 750)}" alt="${words}" width="${width}" height="${height}" loading="lazy"${style}>`
  },
})
