import { say } from '../../../schemas/words'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { isOpen, notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { Gain } from '../../points/describeGrant'
import type { ShownCandidate, VoteMine, VoteShown } from '../rules'
import type { VoteResult } from '../castVote'
import type { VoteProps } from './spec'

const words = {
  ...noticeWords,
  left: { zh: '还可投 {n} 票', en: '{n} votes left' },
  out: { zh: '票已投完', en: 'No votes left' },
  voters: { zh: '{n} 人已参与', en: '{n} people voted' },
  hidden: { zh: '结束后公布票数', en: 'Votes are told at the end' },
  closed: { zh: '投票已截止', en: 'Voting has closed' },
  votes: { zh: '{n} 票', en: '{n} votes' },
  given: { zh: '✓ 已投 {n}', en: '✓ Voted {n}' },
  each: { zh: '每票 {gain}', en: '{gain} a vote' },
  done: { zh: '投票成功', en: 'Thank you' },
  gain: { zh: '{what} +{n}', en: '+{n} {what}' },
} as const

export interface VoteState {
  /** The candidate that is being voted for. */
  readonly busy: string
  /** What the last receipt said; the server's counts follow a moment later. */
  readonly last: VoteResult | null
}

/** The candidates, what they have got, and a button each. */
export const voteView = view<VoteProps, VoteState, VoteShown, VoteMine>()({
  words,
  state: () => ({ busy: '', last: null }),
  html({ title, button, layout }, { busy, last }, scene) {
    const { t, locale, play, asset } = scene
    const shown = play && play.shown
    const mine = play && play.mine
    const all = shown ? shown.candidates : []
    const order = mine && mine.order
    const canVote = isOpen(scene) && shown && !shown.frozen
    const left = last ? last.left : mine && mine.left
    const told =
      last && !scene.trouble ? html`<p class="notice" role="status"><b class="vo-got">${t('done')} ${last.gained && gain(last.gained)}</b></p>` : notice(scene)
    const listed = order ? all.slice().sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) : all
    return html`<section class="card"><h2 class="title">${say(title, locale)}</h2><p class="vo-top">${shown && shown.frozen ? t('closed') : html`<b>${canVote && (left ? t('left', { n: left }) : left === 0 && t('out'))}</b>`}<span class="muted">${shown && [shown.hidden ? t('hidden') : shown.voters !== null && t('voters', { n: grouped(shown.voters) }), shown.reward && t('each', { gain: gain(shown.reward) })].filter(Boolean).join(' · ')}</span></p><ul class="vo vo-${layout}">${listed.map(card)}</ul>${told}</section>`

    function gain({ give, title: what, min, max }: Gain): string {
      return give === 'prize' ? say(what, locale) : t('gain', { n: max > min ? `${min}–${max}` : min, what: say(what, locale) })
    }
    function card({ id, title: name, text, image, votes }: ShownCandidate): Html {
      const known = mine ? +mine.given[id]! || 0 : 0
      const given = last && last.candidate === id ? last.given : known
      // Public counts are a second old at most, and may not know of this visitor's last vote.
      const count = votes === null ? null : Math.max(votes, given)
      const caption = say(name, locale)
      const isShut = !canVote || left === 0 || (mine && mine.closed.includes(id))
      return html`<li data-key="${id}">${image ? html`<img src="${asset(image, 320)}" alt="">` : html`<i aria-hidden="true">${Array.from(caption)[0]}</i>`}<div><b>${caption}</b><p class="muted">${say(text, locale)}</p>${!shown!.hidden && html`<progress max="${Math.max(shown!.total!, count!) || 1}" value="${count || 0}" aria-label="${caption}"></progress><small>${count === null ? '–' : t('votes', { n: grouped(count) })}</small>`}</div><button type="button" class="btn${isShut && ' quiet'}" data-click="vote" data-id="${id}" ${(!canVote || busy) && 'disabled'}>${given ? t('given', { n: given }) : say(button, locale)}<span class="sr"> ${caption}</span></button></li>`
    }
  },
  act: {
    async vote({ set, host, target }) {
      const candidate = target!.dataset['id']!
      set({ busy: candidate, last: null })
      try {
        const { result } = await host.act('vote', { candidate })
        set({ last: result as unknown as VoteResult })
      } finally {
        set({ busy: '' })
        target!.focus()
      }
    },
  },
})
