import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import { focusCss } from '../focus'
import type { SectionProps } from './spec'

export const sectionView = view<SectionProps>()({
  words: {},
  html({ title, look, image, focus, ...box }, _state, { locale, asset }, children) {
    const heading = say(title, locale)
    // A picture behind would stand out of round corners.
    const style = [...boxStyle(box), box.radius && image && look !== 'card' && 'overflow:hidden'].filter(Boolean).join(';')
    const point = focusCss(focus)
    return html`<section class="${look === 'card' ? 'card' : 'sec'}"${style ? html` style="${style}"` : ''}${heading ? html` aria-label="${heading}"` : ''}>${image ? html`<img class="sec-back" src="${asset(image, 750)}" alt="" width="750" height="480"${point && html` style="${point}"`}>` : ''}${heading ? html`<h2 class="title">${heading}</h2>` : ''}${children}</section>`
  },
})
