import { say } from '../../../schemas/words'
import { timeText } from '../../clock'
import { html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { LotteryMine, LotteryShown, ShownWinner } from '../shown'
import type { WinnersProps } from './spec'

const words = { ...noticeWords, got: { zh: '抽中 ', en: 'won ' } } as const

/** Rows that the box shows at once; only more than these move. */
const rowsInSight = 4

/** Who won lately, names masked. The list moves past until it is touched, and stands still where motion is unwelcome. */
export const lotteryWinnersView = view<WinnersProps, Record<never, never>, LotteryShown, LotteryMine>()({
  words,
  // Having a state keeps the widget awake: the names come when the page does.
  state: () => ({}),
  html: (props, _state, scene) => {
    const { play, locale, t, times } = scene
    const winners = play && play.shown && play.shown.winners
    const isMoving = winners !== null && winners.length > rowsInSight
    const row = (winner: ShownWinner) =>
      html`<li><span><b>${winner.name}</b> ${t('got')}<em>${say(winner.title, locale)}</em></span><time>${timeText(winner.at, times)}</time></li>`
    const rows = winners && winners.map(row)
    return html`<section class="card lw"><h2 class="title">${say(props.title, locale)}</h2><div class="lw-box" role="group" aria-live="off" aria-label="${say(props.title, locale)}" tabindex="0">${rows && rows.length ? html`<div class="${isMoving ? 'lw-run' : ''}" style="animation-duration:${rows.length * props.rowMs}ms"><ul>${rows}</ul>${isMoving && html`<ul class="lw-again" aria-hidden="true">${rows}</ul>`}</div>` : html`<div class="lw-none muted">${winners && play.stage !== 'ended' ? say(props.empty, locale) : notice(scene)}</div>`}</div></section>`
  },
})
