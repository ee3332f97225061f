import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { view } from '../../view'
import { accept } from '../accept'
import { gainText } from '../../gainText'
import type { InviteMine, InviteShown } from '../rules'
import type { InviteWelcomeProps } from './spec'

const words = {
  by: { zh: '{name} 邀请了你', en: '{name} invited you' },
  pending: { zh: '再完成 {n} 次“{play}”', en: '{n} × “{play}” to go' },
  gift: { zh: '即得 {gain}', en: 'for {gain}' },
  until: { zh: '截至 {day}', en: 'until {day}' },
  counted: { zh: '已计入 TA 的邀请，谢谢参与', en: 'You count for them now. Thank you!' },
  got: { zh: '你已获得 {gain}', en: 'You got {gain}' },
  lapsed: { zh: '时间已过，下次早点来', en: 'The time for it is over' },
} as const

/** Says by whom somebody was invited and what is to be done for it; to all others, that inviting is worth while. */
export const inviteWelcomeView = view<InviteWelcomeProps, { why: string }, InviteShown, InviteMine>()({
  words,
  state: () => ({ why: '' }),
  html({ text }, { why }, { t, locale, play }) {
    const shown = play && play.shown
    const invited = play && play.mine && play.mine.invited
    return html`<section class="card iw"><i aria-hidden="true">💌</i><p role="status">${invited && shown ? told(invited, shown) : html`<b>${why || say(text, locale)}</b>`}</p></section>`

    function told({ name, state, left, until }: NonNullable<InviteMine['invited']>, { gift, plays }: InviteShown): Html {
      const gain = gift && gainText(gift, locale)
      const next =
        state === 'pending'
          ? [
              t('pending', { n: left, play: plays.map((each) => say(each, locale)).join(' / ') }),
              gain && t('gift', { gain }),
              until && t('until', { day: until.slice(5) }),
            ]
          : [state === 'counted' && gain ? t('got', { gain }) : t(state)]
      return html`<b>${t('by', { name })}</b><br><span class="muted">${next.filter(Boolean).join(' · ')}</span>`
    }
  },
  start(acting) {
    void accept(acting, (why) => acting.set({ why }))
  },
})
