import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import type { StepsProps } from './spec'

/** How to take part, one thing after the other. */
export const stepsView = view<StepsProps>()({
  words: {},
  html({ title, steps, direction }, _state, { locale }) {
    const heading = say(title, locale)
    const drawn = steps.map(({ title: name, detail, icon }, i) => {
      const more = say(detail, locale)
      return html`<li><b aria-hidden="true">${icon || i + 1}</b><div><strong>${say(name, locale)}</strong>${more && html`<p class="muted">${more}</p>`}</div></li>`
    })
    return html`<section class="card">${heading && html`<h2 class="title">${heading}</h2>`}<ol class="stp stp-${direction}">${drawn}</ol></section>`
  },
})
