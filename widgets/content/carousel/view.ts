import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import type { CarouselProps } from './spec'

/** Pictures side by side, swiped by the finger or the arrow keys. The browser does the moving: there is no script. */
export const carouselView = view<CarouselProps>()({
  words: {},
  html({ title, slides, ratio, peek, ...box }, _state, { locale, asset }) {
    const own = boxStyle(box).join(';')
    const drawn = slides.map(({ src, alt, link }, i) => {
      const words = say(alt, locale)
      const picture: Html = src
        ? html`<img src="${asset(src, 750)}" alt="${words}" width="750" height="422" loading="lazy">`
        : html`<span class="car-none">${words || '🖼'}</span>`
      const count = slides.length > 1 && html`<small aria-hidden="true">${i + 1}/${slides.length}</small>`
      return html`<li class="car-${ratio.replace(':', '-')}">${link ? html`<a href="${link}">${picture}</a>` : picture}${count}</li>`
    })
    return html`<div class="car" role="region" aria-label="${say(title, locale)}"${own ? html` style="${own}"` : ''}><ul class="${peek && slides.length > 1 ? 'car-peek' : ''}" tabindex="0">${drawn}</ul></div>`
  },
})
