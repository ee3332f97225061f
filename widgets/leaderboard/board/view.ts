import type { Placed } from '../../../schemas/play'
import { say } from '../../../schemas/words'
import { dayText, timeText } from '../../clock'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { LeaderboardMine, LeaderboardShown } from '../rules'
import type { LeaderboardProps } from './spec'

const words = {
  ...noticeWords,
  refresh: { zh: '刷新排行榜', en: 'Refresh the board' },
  frozen: { zh: '已锁榜', en: 'Frozen' },
  final: { zh: '最终排名', en: 'Final result' },
  freezes: { zh: '{time} 锁榜', en: 'Freezes {time}' },
  members: { zh: '{n} 人上榜', en: '{n} players' },
  free: { zh: '虚位以待', en: 'Could be you' },
  me: { zh: '我', en: 'Me' },
  off: { zh: '暂未上榜', en: 'Not on the board yet' },
  first: { zh: '暂列第一，继续保持', en: 'In the lead. Keep it up!' },
  enter: { zh: '距上榜还差 {n}', en: '{n} to get on the board' },
  gap: { zh: '距上一名还差 {n}', en: '{n} to the next place' },
} as const

/** The best of a board, and the visitor's own place under them, wherever that is: it sticks to the screen's edge as long as the list is in sight. */
export const leaderboardView = view<LeaderboardProps, { busy: boolean }, LeaderboardShown, LeaderboardMine>()({
  words,
  state: () => ({ busy: false }),
  html({ title, hint, rows }, { busy }, scene) {
    const { t, locale, times, play } = scene
    const { shown = null, mine = null, stage = 'before' } = play ?? {}
    const me = mine ? mine.me : null
    const unit = say(shown?.unit ?? undefined, locale)
    const members = shown && shown.members
    const count = Math.min(rows, shown ? shown.size : rows)
    const places = Array.from({ length: count }, (_, i) => row(i + 1, shown ? shown.top[i] : undefined))
    return html`<section class="card lb"><div class="lb-head"><div><h2 class="title">${say(title, locale)}</h2><p class="muted">${about()}</p></div><button type="button" class="lb-re" data-click="refresh" aria-label="${t('refresh')}" ${busy && html`disabled`}>↻</button></div><div><ol aria-busy="${String(members === null)}">${places}</ol>${own()}</div>${notice(scene)}</section>`

    function about(): Html {
      const tag = stage === 'ended' ? t('final') : shown && shown.frozen ? t('frozen') : ''
      const freezes =
        shown && !tag && shown.freezeAt ? t('freezes', { time: `${dayText(shown.freezeAt, times, locale)} ${timeText(shown.freezeAt, times)}` }) : ''
      return html`${tag ? html`<b class="lb-tag">${tag}</b> ` : ''}${[members !== null && t('members', { n: grouped(members) }), freezes].filter(Boolean).join(' · ')}`
    }
    function row(place: number, placed: Placed | undefined): Html {
      const mark = placed ? (me && me.place === place ? html` class="lb-me"` : '') : html` class="lb-free"`
      return html`<li data-key="${place}"${mark}><i>${place}</i><span>${placed ? placed.name : members !== null && stage !== 'ended' && t('free')}</span><b>${placed ? html`${grouped(placed.score)}<small> ${unit}</small>` : ''}</b></li>`
    }
    function own(): Html {
      if (!me)
        return html`<div class="lb-own"><i>–</i><span>${mine ? t('off') : t('me')}<small>${mine && stage !== 'ended' ? say(hint, locale) : ''}</small></span></div>`
      return html`<div class="lb-own"><i>${grouped(me.place)}</i><span>${t('me')}<small>${ahead()}</small></span><b>${grouped(me.score)}<small> ${unit}</small></b></div>`
    }
    /** What is missing to the next place, or to the last one shown; a tie must be broken, hence the one more. */
    function ahead(): string {
      if (!me || !shown || shown.frozen || stage === 'ended') return ''
      if (me.place === 1) return t('first')
      const isShown = me.place <= shown.top.length
      const rival = shown.top[(isShown ? me.place - 1 : shown.top.length) - 1]
      return rival && rival.score >= me.score ? t(isShown ? 'gap' : 'enter', { n: grouped(rival.score - me.score + 1) }) : ''
    }
  },
  act: {
    async refresh({ set, host }) {
      set({ busy: true })
      await host.refresh()
      set({ busy: false })
    },
  },
})
