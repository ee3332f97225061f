import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import type { ButtonProps } from './spec'

export const buttonView = view<ButtonProps>()({
  words: {},
  html({ text, look = 'primary', wide, colour, size, ...box }, _state, { locale }) {
    const style = [colour && `color:${colour}`, size && `font-size:${size}px`, ...boxStyle(box)].filter(Boolean).join(';')
    return html`<p class="but${wide ? ' wide' : ''}"><button type="button" class="${look === 'link' ? 'link but-link' : `btn but-${look}`}"${style ? html` style="${style}"` : ''}>${say(text, locale)}</button></p>`
  },
})
