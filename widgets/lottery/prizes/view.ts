import { awardStateWords } from '../../../schemas/awardStates'
import type { AwardState } from '../../../schemas/play'
import { say } from '../../../schemas/words'
import { dayText } from '../../clock'
import type { Scene, WonPrize } from '../../host'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { LotteryMine, LotteryShown } from '../shown'
import type { PrizesProps } from './spec'

const words = {
  ...noticeWords,
  ...awardStateWords,
  points: { zh: '{n} 积分', en: '{n} points' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
} as const

export interface PrizesState {
  /** The award whose code was copied last. */
  readonly copied: string
}

type PrizesScene = Scene<LotteryShown, LotteryMine, keyof typeof words>

/** Everything this visitor won in the activity, also after it has ended. */
export const lotteryPrizesView = view<PrizesProps, PrizesState, LotteryShown, LotteryMine>()({
  words,
  state: () => ({ copied: '' }),
  html: (props, { copied }, scene) => {
    const { won, locale, play } = scene
    return html`<section class="card"><h2 class="title">${say(props.title, locale)}</h2>${won && won.length ? html`<ul>${won.map((prize) => item(prize, props, copied, scene))}</ul>` : html`<div class="lp-none"><i aria-hidden="true">🎁</i>${won && !(play && play.stage === 'ended') ? html`<p class="muted">${say(props.empty, locale)}</p>` : notice(scene)}</div>`}</section>`
  },
  act: {
    copy({ target, set, element }) {
      const id = target?.getAttribute('data-id') ?? ''
      const code = element.querySelector(`[data-key="${id}"] code`)
      const selection = getSelection()
      if (!code || !selection) return
      // Selecting works in every in-app browser; where copying is refused the code stays selected for the visitor's own hand.
      selection.selectAllChildren(code)
      if (document.execCommand('copy')) set({ copied: id })
    },
  },
})

function item(prize: WonPrize, { showTerms }: PrizesProps, copied: string, { t, locale, asset, times }: PrizesScene): Html {
  const { id, image, icon, tier, title, amount, unit, code, terms, state, at } = prize
  // A state of a newer server that this page has no words for shows itself.
  const word = t(state as AwardState)
  return html`<li class="lp" data-key="${id}">${image ? html`<img src="${asset(image, 96)}" alt="" width="48" height="48">` : html`<i aria-hidden="true">${icon || '🎁'}</i>`}<div><b>${title}${amount && html` · ${unit ? `${amount} ${unit}` : t('points', { n: amount })}`}</b><p class="muted">${tier && `${tier} · `}${dayText(at, times, locale)} · <span class="lp-${state}">${word}</span></p>${code && html`<p class="lp-code"><code>${code}</code><button type="button" class="btn quiet" data-click="copy" data-id="${id}">${t(copied === id ? 'copied' : 'copy')}</button></p>`}${showTerms && terms && html`<p class="muted">${terms}</p>`}</div></li>`
}
