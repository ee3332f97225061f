import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { view } from '../../view'
import { remaining, type Remaining } from './remaining'
import type { CountdownProps } from './spec'

const words = {
  days: { zh: '天', en: 'days' },
  hours: { zh: '时', en: 'hrs' },
  minutes: { zh: '分', en: 'min' },
  seconds: { zh: '秒', en: 'sec' },
  left: { zh: '{label}：{days}天{hours}小时{minutes}分钟', en: '{label}: {days} days {hours} hours {minutes} minutes' },
} as const

const units = ['days', 'hours', 'minutes', 'seconds'] as const

/** Screen readers hear a sentence that changes once a minute; eyes see the seconds run. */
export const countdownView = view<CountdownProps>()({
  words,
  ticks: true,
  html(props, _state, { locale, t, times }) {
    const left = remaining(props, times)
    const label = say(left.stage === 'before' ? props.before : left.stage === 'ended' ? props.after : props.during, locale)
    if (left.stage === 'ended') return html`<div class="cdn"><p class="cdn-label">${label}</p></div>`
    const { days, hours, minutes } = left
    return html`<div class="cdn"><p class="cdn-label" aria-hidden="true">${label}</p><div class="cdn-row" aria-hidden="true">${units.map((unit) => box(left, unit, t(unit)))}</div><p class="sr" role="timer">${left.stage ? t('left', { label, days, hours, minutes }) : label}</p></div>`
  },
})

function box(left: Remaining, unit: (typeof units)[number], name: string): Html {
  const value = left[unit]
  return html`<span class="cdn-box"><b>${left.stage ? (value < 10 ? `0${value}` : value) : '--'}</b><i>${name}</i></span>`
}
