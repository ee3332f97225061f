import { say } from '../../../schemas/words'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { ShownCandidate, VoteMine, VoteShown } from '../rules'
import type { VoteRankingProps } from './spec'

const words = {
  ...noticeWords,
  total: { zh: '共 {n} 票', en: '{n} votes in all' },
  final: { zh: '最终结果', en: 'Final result' },
  hidden: { zh: '结束后公布', en: 'To be told at the end' },
} as const

/** The candidates by their votes. While those are hidden or unknown, the places stand empty. */
export const voteRankingView = view<VoteRankingProps, Record<never, never>, VoteShown, VoteMine>()({
  words,
  // Having a state keeps the widget awake: the votes come when the page does.
  state: () => ({}),
  html({ title, rows }, _, scene) {
    const { t, locale, asset, play } = scene
    const shown = play && play.shown
    const all = shown ? shown.candidates : []
    const best = Math.max(1, ...all.map(({ votes }) => votes || 0))
    const places = all
      .slice()
      .sort((a, b) => a.place! - b.place!)
      .slice(0, rows)
    const isFinal = shown && shown.total !== null && (shown.frozen || (play && play.stage === 'ended'))
    return html`<section class="card vr"><div class="vr-top"><h2 class="title">${say(title, locale)}</h2>${shown && html`<p class="muted">${shown.hidden ? t('hidden') : [isFinal && t('final'), shown.total !== null && t('total', { n: grouped(shown.total) })].filter(Boolean).join(' · ')}</p>`}</div><ol>${places.map(row)}</ol>${play && play.status === 'ready' && play.stage === 'ended' ? '' : notice(scene)}</section>`

    function row({ id, title: name, image, votes, place }: ShownCandidate, i: number): Html {
      const isKnown = place !== null
      const caption = isKnown ? say(name, locale) : '…'
      const face =
        image && isKnown ? html`<img src="${asset(image, 96)}" alt="" width="36" height="36">` : html`<em aria-hidden="true">${Array.from(caption)[0]}</em>`
      return html`<li data-key="${isKnown && id}"><i class="${i < 3 && votes && 'vr-best'}">${i + 1}</i>${face}<div>${caption}<progress max="${best}" value="${votes || 0}" aria-label="${caption}"></progress></div><b>${isKnown && grouped(votes!)}</b></li>`
    }
  },
})
