import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import type { FaqProps } from './spec'

/** Questions whose answers unfold. The browser does that by itself: there is no script. */
export const faqView = view<FaqProps>()({
  words: {},
  html({ title, entries, openFirst }, _state, { locale }) {
    const heading = say(title, locale)
    const drawn = entries.map(
      ({ question, answer }, i) =>
        html`<details${openFirst && i === 0 ? html` open` : ''}><summary>${say(question, locale)}</summary><p>${say(answer, locale)}</p></details>`,
    )
    return html`<section class="card faq">${heading && html`<h2 class="title">${heading}</h2>`}${drawn}</section>`
  },
})
