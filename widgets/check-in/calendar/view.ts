import { addDays } from '../../../schemas/days'
import { say, type Locale } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { isOpen, notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { Gain } from '../../points/describeGrant'
import type { CheckInMine, CheckInResult, CheckInShown } from '../rules'
import type { CheckInCalendarProps } from './spec'
import { calendarDays } from './weeks'

const words = {
  ...noticeWords,
  streak: { zh: '已连续 {n} 天', en: '{n} days in a row' },
  total: { zh: '累计 {n} 天', en: '{n} in all' },
  cards: { zh: '补签卡 {n}', en: 'Make-up cards {n}' },
  done: { zh: '今日已签到', en: 'Done for today' },
  busy: { zh: '签到中…', en: 'Checking in…' },
  opens: { zh: '{time} 开放签到', en: 'Opens at {time}' },
  today: { zh: '今天', en: 'Today' },
  isDone: { zh: '已签到', en: 'done' },
  makeUp: { zh: '补签', en: 'Make up' },
  pick: { zh: '补签 {day} · {price}', en: 'Make up {day} · {price}' },
  card: { zh: '用 1 张补签卡', en: '1 card' },
  cancel: { zh: '取消', en: 'Cancel' },
  next: { zh: '再签 {n} 天得 {gain}', en: '{n} more for {gain}' },
  inRow: { zh: '连续 {n} 天', en: '{n} in a row' },
  inAll: { zh: '累计 {n} 天', en: '{n} in all' },
  left: { zh: '差 {n} 天', en: '{n} to go' },
  paid: { zh: '已获得', en: 'Earned' },
  got: { zh: '签到成功!{gains}', en: 'Checked in! {gains}' },
  missed: { zh: '奖励已发完', en: 'rewards ran out' },
} as const

export interface CheckInState {
  readonly busy: boolean
  /** The missed day that is about to be made up. */
  readonly pick: string | null
  /** What the last check-in earned; the server's list of days follows a moment later. */
  readonly last: CheckInResult | null
}

/** The days of a check-in, one button, and what the next days bring. A missed day is tapped first and confirmed by the button. */
export const checkInCalendarView = view<CheckInCalendarProps, CheckInState, CheckInShown, CheckInMine>()({
  words,
  ticks: true,
  state: () => ({ busy: false, pick: null, last: null }),
  html({ title, button, layout, milestones }, { busy, pick, last }, scene) {
    const { t, locale, times, play } = scene
    const { shown = null, mine = null } = play ?? {}
    const today = shown ? shown.today : ''
    const isNew = mine && last && !mine.days.includes(last.day)
    const days = mine ? mine.days.concat(isNew ? last.day : []) : []
    const isDone = days.includes(today)
    const price = mine && mine.cards ? t('card') : shown && shown.price ? `${shown.price.amount} ${say(shown.price.title, locale)}` : ''
    const standing = isNew ? last : mine
    const goals = shown ? shown.milestones.map((goal, i) => ({ ...goal, ...(mine ? mine.milestones[i]! : { left: goal.days, paid: false }) })) : []
    const next = goals.filter(({ left, paid }) => left && !paid).sort((a, b) => a.left - b.left)[0]
    const waits = shown && times.now !== null && (times.now < shown.opens || times.now >= shown.closes)
    const isReady = isOpen(scene) && !busy && (pick || (!isDone && !waits))

    return html`<section class="card ci ci-${layout}"><div class="ci-head"><h2 class="title">${say(title, locale)}</h2><p class="muted">${standing ? html`${t('total', { n: standing.total })}${mine!.cards ? ` · ${t('cards', { n: mine!.cards })}` : ''}` : ''}</p></div><p class="ci-run">${t('streak', { n: standing ? standing.streak : '-' })}</p><ul class="ci-days">${weekdays(locale).map((name) => html`<li class="muted" aria-hidden="true">${name}</li>`)}${today ? calendarDays(today, layout).map(cell) : blanks(layout)}</ul>${next ? html`<p class="ci-next">${t('next', { n: next.left, gain: inWords(next.gain, locale) })}</p>` : ''}${pick ? html`<p class="ci-next">${t('pick', { day: dated(pick), price })} <button type="button" class="link" data-click="pick">${t('cancel')}</button></p>` : ''}<button type="button" class="btn ci-go" data-click="go" ${isReady ? '' : html`disabled`} aria-busy="${String(busy)}">${label()}</button>${last && !scene.trouble ? html`<p class="notice ci-got" role="status">${t('got', { gains: [...last.gained.map((gain) => inWords(gain, locale)), last.missed.length ? t('missed') : ''].join(' ') })}</p>` : notice(scene)}${milestones && goals.length ? html`<ul class="ci-goals">${goals.map(goal)}</ul>` : ''}</section>`

    function label(): Html | string {
      if (busy) return t('busy')
      if (pick) return t('makeUp')
      if (isDone) return `✓ ${t('done')}`
      if (waits && isOpen(scene) && times.now! < shown.opens) return t('opens', { time: new Intl.DateTimeFormat(locale, { timeZone: times.timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(shown.opens) })
      return html`${say(button, locale)}${shown && shown.reward ? html`<small>${inWords(shown.reward, locale)}</small>` : ''}`
    }
    function cell(day: string): Html {
      const done = days.includes(day)
      const isToday = day === today
      const canMakeUp = price && mine && mine.open.includes(day) && !done
      const name = `${dated(day)} ${done ? t('isDone') : isToday ? t('today') : ''}`
      const gift = next && next.of === 'streak' && day === addDays(today, next.left - (isDone ? 0 : 1)) ? next.gain.icon || '★' : ''
      const look = `${done ? 'on' : ''} ${isToday ? 'now' : ''} ${day === pick ? 'pick' : ''} ${day < shown!.first || day > shown!.last ? 'off' : ''}`
      const face = html`<i>${done ? '✓' : canMakeUp ? '+' : gift}</i><small>${isToday ? t('today') : Number(day.slice(8))}</small>`
      return html`<li class="${look}" data-key="${day}">${canMakeUp ? html`<button type="button" data-click="pick" data-day="${day}" aria-label="${t('makeUp')} ${dated(day)}">${face}</button>` : html`<span aria-label="${name}"${isToday ? html` aria-current="date"` : ''} role="img">${face}</span>`}</li>`
    }
    function goal({ of, days: asked, gain, left, paid }: (typeof goals)[number]): Html {
      return html`<li class="${paid ? 'on' : ''}"><i aria-hidden="true">${paid ? '✓' : gain.icon || '★'}</i><div><p>${t(of === 'streak' ? 'inRow' : 'inAll', { n: asked })} · ${inWords(gain, locale)}</p><progress max="${asked}" value="${paid ? asked : asked - left}"></progress></div><small>${paid ? t('paid') : t('left', { n: left })}</small></li>`
    }
    function dated(day: string): string {
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(new Date(day))
    }
  },
  act: {
    pick: ({ target, set }) => set({ pick: target!.getAttribute('data-day'), last: null }),
    async go({ state, set, host }) {
      const { pick } = state()
      set({ busy: true, last: null })
      try {
        const { result } = await (pick ? host.act('make-up', { day: pick }) : host.act('check-in'))
        set({ last: result as unknown as CheckInResult, pick: null })
      } finally {
        set({ busy: false })
      }
    },
  },
})

/** One letter a weekday, Monday first. */
function weekdays(locale: Locale): string[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, i) => name.format(Date.UTC(2024, 0, i + 1)))
}

/** Days of which nothing is known yet keep their place. */
function blanks(layout: 'week' | 'month'): Html[] {
  return Array.from({ length: layout === 'week' ? 7 : 35 }, () => html`<li><span><i></i><small>·</small></span></li>`)
}

function inWords({ give, title, min, max, times, icon }: Gain, locale: Locale): string {
  const amount = max > min ? `${min}–${max}` : min
  return `${icon ? `${icon} ` : ''}${say(title, locale)}${give === 'prize' ? '' : ` +${amount}`}${times > 1 ? ` (×${times})` : ''}`
}
