import { say } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import { accept } from '../accept'
import { gainText } from '../../gainText'
import type { InviteMine, InviteShown, ShownFriend } from '../rules'
import type { InviteCardProps } from './spec'

const words = {
  ...noticeWords,
  reward: { zh: '每位好友得', en: 'Each friend earns you' },
  gift: { zh: '好友得', en: 'Your friend gets' },
  open: { zh: '好友打开链接即计入', en: 'A friend counts on opening your link' },
  acts: { zh: '好友完成 {n} 次“{play}”后计入', en: 'A friend counts after {n} × “{play}”' },
  within: { zh: '好友 {days} 天内完成 {n} 次“{play}”后计入', en: 'A friend counts after {n} × “{play}” within {days} days' },
  today: { zh: '今天还可奖励 {n} 位', en: '{n} more rewarded today' },
  counted: { zh: '已计入', en: 'Counted' },
  pending: { zh: '还差 {n} 次互动', en: '{n} to go' },
  lapsed: { zh: '已过期', en: 'Too late' },
  sum: { zh: '已计入 {n} 位，共来了 {all} 位', en: '{n} of {all} friends count' },
  none: { zh: '还没有好友，发出你的链接吧', en: 'No friends yet. Send your link.' },
  people: { zh: '{n} 人', en: '{n}' },
  got: { zh: '已得', en: 'Earned' },
  copy: { zh: '复制链接', en: 'Copy link' },
  code: { zh: '二维码', en: 'QR code' },
  scan: { zh: '让好友扫一扫', en: 'Let a friend scan it' },
} as const

interface CardState {
  /** The address of the picture of the link; empty: not shown. */
  readonly qr: string
}

/** A visitor's own link, the steps it leads up, and who came by it. */
export const inviteCardView = view<InviteCardProps, CardState, InviteShown, InviteMine>()({
  words,
  state: () => ({ qr: '' }),
  html({ title, button, friends }, { qr }, scene) {
    const { t, locale, play } = scene
    const shown = play && play.shown
    const mine = play && play.mine
    const counted = mine ? mine.counted : 0
    const rungs = shown ? shown.rungs : []
    return html`<section class="card iv"><h2 class="title">${say(title, locale)}</h2>${shown && html`<div class="iv-row">${deal('reward', shown)}${deal('gift', shown)}</div><p class="muted">${how(shown)}</p>`}${rungs.length > 0 && html`<ol class="iv-row">${rungs.map(rung)}</ol>`}${!(play && play.stage === 'ended') && ways()}${friends > 0 && html`<div class="iv-all"><p class="muted">${mine ? (mine.brought ? t('sum', { n: counted, all: mine.brought }) : t('none')) : ''}</p><ul>${mine && mine.friends.slice(0, friends).map(friend)}</ul></div>`}${notice(scene)}</section>`

    /** How the link is sent. */
    function ways(): Html {
      return html`<button type="button" class="btn" data-click="share">${say(button, locale)}</button><p class="iv-row"><button type="button" class="btn quiet" data-click="copy">${t('copy')}</button><button type="button" class="btn quiet" data-click="code" aria-expanded="${String(!!qr)}">${t('code')}</button></p>${qr && html`<p><img src="${qr}" alt="${t('code')}" width="180" height="180"><br>${t('scan')}</p>`}`
    }
    function deal(which: 'reward' | 'gift', { [which]: gain }: InviteShown): Html | null {
      return gain && html`<p>${t(which)}<b>${gainText(gain, locale)}</b></p>`
    }
    function how({ acts, plays, days, perDay }: InviteShown): string {
      const left = mine && mine.today
      return [
        acts ? t(days ? 'within' : 'acts', { n: acts, days: days || 0, play: plays.map((each) => say(each, locale)).join(' / ') }) : t('open'),
        perDay && left !== null && t('today', { n: left }),
      ]
        .filter(Boolean)
        .join(' · ')
    }
    function rung({ friends: n, gain }: InviteShown['rungs'][number], i: number): Html {
      const isPaid = mine && mine.paid[i]
      return html`<li${isPaid && html` class="iv-on"`}><b>${t('people', { n })}</b><progress max="${n}" value="${Math.min(n, counted)}" aria-label="${gainText(gain, locale)}"></progress><span>${isPaid && `✓ ${t('got')} `}${gainText(gain, locale)}</span></li>`
    }
    function friend({ name, state, left }: ShownFriend): Html {
      return html`<li class="iv-row"><span>${name}</span><b class="iv-${state}">${t(state, { n: left })}</b></li>`
    }
  },
  act: {
    share: ({ host }) => host.share(),
    copy: ({ host }) => host.copy(),
    code: ({ host, set, state }) => set({ qr: state().qr ? '' : host.qr() }),
  },
  start(acting) {
    // Where there is a welcome as well, that says why an invitation cannot be taken up.
    void accept(acting, () => {})
  },
})
