import { say } from '../../../schemas/words'
import { dayText, timeText } from '../../clock'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { PointsMine, PointsShown, ShownEntry } from '../rules'
import type { PointsBalanceProps } from './spec'

const words = {
  ...noticeWords,
  unit: { zh: '积分', en: 'points' },
  times: { zh: '{times} 倍进行中', en: '{times}× on now' },
  until: { zh: '至 {time}', en: 'until {time}' },
  more: { zh: '明细', en: 'Details' },
  earned: { zh: '累计获得 {n}', en: '{n} earned in all' },
  none: { zh: '还没有明细，参与活动就能获得', en: 'Nothing yet. Take part to earn some.' },
} as const

/** A visitor's points in one line, with what they came from on demand. */
export const pointsBalanceView = view<PointsBalanceProps, { open: boolean }, PointsShown, PointsMine>()({
  words,
  state: () => ({ open: false }),
  html({ title, entries }, { open }, scene) {
    const { t, locale, times, play } = scene
    const { shown = null, mine = null } = play ?? {}
    return html`<section class="card pb"><div class="pb-row"><div class="pb-sum"><p class="muted">${say(title, locale)}</p><p><b>${mine ? grouped(mine.balance) : '--'}</b> ${say(shown?.unit ?? undefined, locale) || t('unit')}</p></div>${shown && shown.until ? html`<p class="pb-x"><b>${t('times', { times: shown.multiplier })}</b><br>${t('until', { time: timeText(shown.until, times) })}</p>` : ''}${entries ? html`<button type="button" class="pb-more" data-click="toggle" aria-expanded="${String(open)}">${t('more')}</button>` : ''}</div>${open ? html`<div class="pb-list"><p class="muted">${mine ? t('earned', { n: grouped(mine.earned) }) : ''}</p>${list(mine ? mine.entries.slice(0, entries) : [])}</div>` : ''}${notice(scene)}</section>`

    function list(shownEntries: readonly ShownEntry[]): Html {
      return shownEntries.length ? html`<ul>${shownEntries.map(row)}</ul>` : html`<p class="muted">${t('none')}</p>`
    }
    function row({ delta, multiplier, at, title: cause }: ShownEntry): Html {
      return html`<li class="pb-row"><span>${say(cause, locale)}<small>${dayText(at, times, locale)} ${timeText(at, times)}</small></span>${multiplier > 1 ? html`<i>×${multiplier}</i>` : ''}<b${delta > 0 ? html` class="pb-in"` : ''}>${delta > 0 ? '+' : ''}${grouped(delta)}</b></li>`
    }
  },
  act: {
    toggle: ({ state, set }) => set({ open: !state().open }),
  },
})
