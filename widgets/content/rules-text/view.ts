import { say } from '../../../schemas/words'
import { html } from '../../html'
import { view } from '../../view'
import { timeRange } from '../timeRange'
import type { RulesTextProps } from './spec'

export const rulesTextView = view<RulesTextProps>()({
  words: { times: { zh: '活动时间：{range}', en: 'When: {range}' } },
  html({ title, items, showTimes }, _state, { locale, t, times }) {
    const heading = say(title, locale)
    return html`<div class="card rul">${heading ? html`<h2 class="title">${heading}</h2>` : ''}<ol class="rul-list">${showTimes ? html`<li>${t('times', { range: timeRange(times, locale) })}</li>` : ''}${items.map((item) => html`<li>${say(item, locale)}</li>`)}</ol></div>`
  },
})
