import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { view } from '../../view'
import { focusCss } from '../focus'
import { timeRange } from '../timeRange'
import { paint } from './paint'
import type { PosterProps } from './spec'

const words = {
  save: { zh: '保存海报', en: 'Save the poster' },
  making: { zh: '正在生成…', en: 'Making it…' },
  hold: { zh: '长按图片保存到相册', en: 'Press and hold the picture to save it' },
  scan: { zh: '扫码一起参加', en: 'Scan to join' },
  download: { zh: '下载', en: 'Download' },
  shut: { zh: '关闭', en: 'Close' },
  picture: { zh: '活动海报', en: 'Poster of the activity' },
} as const

/** A composed picture of the activity: what, when, what for, how. Saving paints what it says onto a canvas, with the visitor's own QR code. */
export const posterView = view<PosterProps>()({
  words,
  rests: true,
  html(props, _state, { locale, t, times, asset }) {
    const { kicker, title, subtitle, showTimes, benefits = [], stepsTitle, steps = [], image, focus, decor = 'none', canSave } = props
    const point = focusCss(focus)
    return html`<section class="pst pst-${decor}">${image ? html`<img class="pst-img" src="${asset(image, 750)}" alt="" width="750" height="960"${point && html` style="${point}"`}>` : ''}${kicker ? html`<p class="pst-kicker">${say(kicker, locale)}</p>` : ''}<h1 class="pst-title">${say(title, locale)}</h1>${subtitle ? html`<p class="pst-sub">${say(subtitle, locale)}</p>` : ''}${showTimes ? html`<p class="pst-time">${timeRange(times, locale)}</p>` : ''}${benefits.length ? html`<ul class="pst-gains">${benefits.map(({ icon, text }) => html`<li><span aria-hidden="true">${icon}</span>${say(text, locale)}</li>`)}</ul>` : ''}${steps.length ? html`<div class="pst-how">${stepsTitle ? html`<h2>${say(stepsTitle, locale)}</h2>` : ''}<ol>${steps.map((step) => html`<li>${say(step, locale)}</li>`)}</ol></div>` : ''}${canSave ? html`<button type="button" class="link pst-save" data-click="save">${t('save')}</button>` : ''}</section>`
  },
  act: {
    async save({ target, element, host, scene }) {
      const { t } = scene()
      const button = target as HTMLButtonElement
      const label = button.textContent
      button.disabled = true
      button.textContent = t('making')
      try {
        const picture = await paint(element, host.qr(), t('scan'))
        element.firstElementChild!.insertAdjacentHTML('beforeend', saved(picture, t).text)
        host.track('share', { by: 'poster' })
      } finally {
        button.disabled = false
        button.textContent = label
      }
    },
    shut({ element }) {
      element.querySelector('.pst-done')!.remove()
      element.querySelector<HTMLElement>('.pst-save')!.focus()
    },
  },
})

function saved(picture: string, t: (key: keyof typeof words) => string): Html {
  return html`<div class="pst-done" role="dialog" aria-modal="true" aria-label="${t('picture')}"><img src="${picture}" alt="${t('picture')}" width="300" height="480"><p>${t('hold')}</p><p><a class="btn pst-get" href="${picture}" download="poster.png">${t('download')}</a> <button type="button" class="btn pst-shut" data-click="shut" data-escape>${t('shut')}</button></p></div>`
}
