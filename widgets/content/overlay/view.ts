import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import type { OverlayProps } from './spec'

/** The page's host hides and shows the widget's element, keeps the focus inside and answers `close`. */
export const overlayView = view<OverlayProps>()({
  words: { close: { zh: '关闭', en: 'Close' } },
  html({ title, place = 'bottom' }, _state, { id, locale, t, moving }, children) {
    const names = ['ovl-box', !moving?.enters && 'ovl-in', !moving?.leaves && 'ovl-out', moving?.names].filter(Boolean).join(' ')
    return html`<div class="ovl ovl-${place}"><div class="ovl-shade" data-click="close"></div><div class="${names}"${moving?.style ? html` style="${moving.style}"` : ''} role="dialog" aria-modal="true" aria-labelledby="ovl-${id}" tabindex="-1"><div class="ovl-head"><h2 class="title" id="ovl-${id}">${say(title, locale)}</h2><button type="button" class="ovl-close" data-click="close" aria-label="${t('close')}">✕</button></div><div class="ovl-body">${children}</div></div></div>`
  },
})
