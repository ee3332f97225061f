import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { isOpen, notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { Gain } from '../../points/describeGrant'
import type { CheckInMine, CheckInResult, CheckInShown } from '../rules'
import type { CheckInCalendarProps } from './spec'
import { calendarDays } from './weeks'

const words = {
  ...noticeWords,
  /** One letter a weekday, from Monday. */
  week: { zh: '一二三四五六日', en: 'MTWTFSS' },
  streak: { zh: '已连续 {n} 天', en: 'Streak: {n}' },
  total: { zh: '累计 {n} 天', en: '{n} in all' },
  cards: { zh: '补签卡 {n}', en: 'Cards: {n}' },
  done: { zh: '✓ 今日已签到', en: '✓ Done for today' },
  busy: { zh: '签到中…', en: 'Checking in…' },
  opens: { zh: '{time} 可签到', en: 'Open {time}' },
  today: { zh: '今天', en: 'Today' },
  on: { zh: '已签到', en: 'done' },
  mark: { zh: '补', en: '+' },
  makeUp: { zh: '补签 {day}', en: 'Make up {day}' },
  price: { zh: '花费 {n} {title}', en: 'Costs {n} {title}' },
  card: { zh: '用 1 张补签卡', en: 'Uses 1 make-up card' },
  cancel: { zh: '取消', en: 'Cancel' },
  next: { zh: '再签 {n} 天得“{gain}”', en: '{n} more for {gain}' },
  streakGoal: { zh: '连续 {n} 天', en: '{n} in a row' },
  totalGoal: { zh: '累计 {n} 天', en: '{n} in all' },
  left: { zh: '差 {n} 天', en: '{n} to go' },
  paid: { zh: '已获得', en: 'Earned' },
  missed: { zh: '已发完', en: 'Ran out' },
  gain: { zh: '{what} +{n}', en: '+{n} {what}' },
  got: { zh: '签到成功', en: 'Done!' },
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
    const shown = play && play.shown
    const mine = play && play.mine
    const days = mine ? mine.days.concat(last ? last.day : []) : []
    const isDone = shown && days.includes(shown.today)
    const standing = last || mine
    const next = mine && mine.next
    const isRunning = isOpen(scene)
    const waits = isRunning && shown && times.now! < shown.opens
    const isReady = isRunning && !busy && (pick || !(isDone || waits))

    return html`<section class="card"><h2 class="title">${say(title, locale)}</h2><div class="ci-top"><b>${t('streak', { n: standing ? standing.streak : '-' })}</b><p class="muted">${standing && t('total', { n: standing.total })}${mine && mine.cards > 0 && ` · ${t('cards', { n: mine.cards })}`}</p></div><ul class="ci-days ci-${layout}">${Array.from(t('week')).map((name) => html`<li class="muted">${name}</li>`)}${calendarDays(shown ? shown.today : '', layout).map(cell)}</ul><p class="ci-next">${hint()}</p><button type="button" class="btn ci-go${isDone && !pick && ' quiet'}" data-click="go" ${!isReady && html`disabled`}>${label()}</button>${last && !scene.trouble ? html`<p class="notice" role="status"><b class="ci-got">${[t('got'), ...last.gained.map(gain), last.missed.length ? t('missed') : ''].join(' ')}</b></p>` : notice(scene)}${milestones && html`<ul class="ci-goals">${shown && shown.milestones.map(goal)}</ul>`}</section>`

    function label(): Html | string {
      if (busy) return t('busy')
      if (pick) return t('makeUp', { day: dayName(pick) })
      if (isDone) return t('done')
      if (waits) return t('opens', { time: shown.hours })
      return html`${say(button, locale)}${shown && shown.reward && html`<small>${gain(shown.reward)}</small>`}`
    }
    function hint(): Html | string {
      const price = shown && shown.price
      if (pick)
        return html`${mine && mine.cards ? t('card') : price && t('price', { n: price.amount, title: say(price.title, locale) })} · <button type="button" class="link" data-click="pick">${t('cancel')}</button>`
      return next && play!.stage !== 'ended' ? t('next', { n: next.left, gain: gain(next.gain) }) : ''
    }
    function cell(day: string): Html {
      if (!shown || !day) return html`<li><i></i><small>·</small></li>`
      const isOn = days.includes(day)
      const isNow = day === shown.today
      const isMissed = isRunning && !isOn && mine && mine.open.includes(day)
      const look = isOn ? 'on' : day === pick ? 'pick' : (day < shown.first || day > shown.last) && 'off'
      const note = isOn ? t('on') : isMissed && t('makeUp', { day: dayName(day) })
      const face = html`<i aria-hidden="true">${isOn ? '✓' : isMissed ? t('mark') : next && next.day === day && (next.gain.icon || '★')}</i><small>${isNow ? t('today') : Number(day.slice(8))}</small>${note && html`<span class="sr">${note}</span>`}`
      return html`<li class="${look}"${isNow && html` aria-current="date"`}>${isMissed ? html`<button type="button" data-click="pick" data-day="${day}">${face}</button>` : face}</li>`
    }
    function goal({ of, days: asked, gain: promised }: CheckInShown['milestones'][number], i: number): Html {
      const { left, paid } = mine ? mine.milestones[i]! : { left: asked, paid: false }
      return html`<li class="${paid ? 'on' : ''}"><i>${paid ? '✓' : promised.icon || '★'}</i><div>${t(`${of}Goal`, { n: asked })} · ${gain(promised)}<progress max="${asked}" value="${asked - left}"></progress></div><small>${mine && (paid ? t('paid') : left ? t('left', { n: left }) : t('missed'))}</small></li>`
    }
    function gain({ give, title: name, min, max, times: often }: Gain): string {
      const what = say(name, locale)
      return (give === 'prize' ? what : t('gain', { n: max > min ? `${min}–${max}` : min, what })) + (often > 1 ? ` ×${often}` : '')
    }
    function dayName(day: string): string {
      return day.slice(5).replace('-', '/')
    }
  },
  act: {
    pick: ({ target, set }) => set({ pick: target!.dataset['day'] || null, last: null }),
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
