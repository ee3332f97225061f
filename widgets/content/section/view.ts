import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import type { SectionProps } from './spec'

export const sectionView = view<SectionProps>()({
  words: {},
  html({ title, look, background, image }, _state, { locale, asset }, children) {
    const heading = say(title, locale)
    return html`<section class="${look === 'card' ? 'card' : 'sec'}"${background ? html` style="background:${background}"` : ''}${heading ? html` aria-label="${heading}"` : ''}>${image ? html`<img class="sec-back" src="${asset(image, 750)}" alt="" width="750" height="480">` : ''}${heading ? html`<h2 class="title">${heading}</h2>` : ''}${children}</section>`
  },
})
