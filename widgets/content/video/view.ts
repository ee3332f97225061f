import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import { boxStyle } from '../boxStyle'
import type { VideoProps } from './spec'

/** A film in the phone's own player. Nothing of it is fetched before it is played; its room is there from the start. */
export const videoView = view<VideoProps>()({
  words: { none: { zh: '还没有视频', en: 'No video yet' } },
  html({ source, cover, title, ratio, loop, ...box }, _state, { locale, asset, t }) {
    const own = boxStyle(box).join(';')
    const style = own ? html` style="${own}"` : ''
    const frame = `vid vid-${ratio.replace(':', '-')}`
    if (!source) return html`<div class="${frame} vid-none"${style}><span>${t('none')}</span></div>`
    return html`<div class="${frame}"${style}><video controls playsinline webkit-playsinline preload="none"${loop ? html` loop` : ''}${cover ? html` poster="${asset(cover, 750)}"` : ''} aria-label="${say(title, locale)}" src="${source}"></video></div>`
  },
})
