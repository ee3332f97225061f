import { say } from '../../../schemas/words'
import { grouped } from '../../grouped'
import { html } from '../../html'
import { isOpen, notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { LotteryMine, LotteryShown } from '../shown'
import type { TicketProps } from './spec'

const words = {
  ...noticeWords,
  left: { zh: '还剩 {n} 张', en: '{n} left' },
  gone: { zh: '已抢光', en: 'Gone' },
  got: { zh: '已抢到', en: 'Yours' },
} as const

/** A voucher to tear off: what it is worth, how many are left, and the way to it. It shows the first prize of its lottery. */
export const lotteryTicketView = view<TicketProps, { busy: boolean }, LotteryShown, LotteryMine>()({
  words,
  state: () => ({ busy: false }),
  html({ worth, terms, button, soldOut }, { busy }, scene) {
    const { t, locale, play } = scene
    const shown = play && play.shown
    const mine = play && play.mine
    const slot = shown && shown.slots[0]
    const left = slot ? slot.left : null
    const isGone = !!shown && shown.isSoldOut
    const hasGot = !!mine && mine.wins > 0
    const isSpent = hasGot || isGone
    const caption = say(worth, locale)
    // Before the server was heard its room is kept.
    const rest = hasGot ? '' : isGone ? say(soldOut, locale) : left === null ? '' : t('left', { n: grouped(left) })
    return html`<section class="lt${isGone && !hasGot && ' lt-off'}"><div class="lt-row"><b>${caption}</b><p>${say(terms, locale)}${slot && slot.stock ? html`<progress max="${slot.stock}" value="${left === null ? slot.stock : left}" aria-hidden="true"></progress>` : ''}<small>${rest}</small></p><button type="button" class="btn" data-click="grab" aria-disabled="${String(busy || isSpent || !isOpen(scene))}">${hasGot ? t('got') : isGone ? t('gone') : say(button, locale)}<span class="sr"> ${caption}</span></button></div>${notice(scene)}</section>`
  },
  act: {
    async grab({ state, set, host }) {
      if (state().busy) return
      set({ busy: true })
      try {
        await host.act('draw')
      } finally {
        set({ busy: false })
      }
    },
  },
})
