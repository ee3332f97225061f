import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import type { ButtonProps } from './spec'

export const buttonView = view<ButtonProps>()({
  words: {},
  html: ({ text, look = 'primary', wide }, _state, { locale }) =>
    html`<p class="but${wide ? ' wide' : ''}"><button type="button" class="${look === 'link' ? 'link but-link' : `btn but-${look}`}">${say(text, locale)}</button></p>`,
})
