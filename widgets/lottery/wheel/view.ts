import type { Receipt } from '../../../schemas/play'
import { say, type Words } from '../../../schemas/words'
import { html, type Html } from '../../html'
import { isOpen, notice } from '../../notice'
import { view } from '../../view'
import type { DrawResult } from '../draw'
import type { LotteryMine, LotteryShown } from '../shown'
import { face, oddsInWords, percent, titleOf, type WheelScene } from './face'
import type { WheelProps } from './spec'
import { restingAngle, turnTo } from './turn'
import { wheelWords } from './words'

export interface WheelState {
  /** Asking the server, or turning to where it said. */
  readonly busy: boolean
  /** Degrees turned so far. */
  readonly turned: number
  /** The answer, once the wheel has come to rest. */
  readonly receipt: Receipt | null
}

/** The wheel: a picture of what can be won, and one act. It turns only after the server has answered, and where it stops is a function of the receipt alone. */
export const lotteryWheelView = view<WheelProps, WheelState, LotteryShown, LotteryMine>()({
  words: wheelWords,
  state: () => ({ busy: false, turned: 0, receipt: null }),
  html: (props, { busy, turned, receipt }, scene) => {
    const { play, locale } = scene
    const shown = play && play.shown
    const isIdle = !isOpen(scene) || shown?.isSoldOut || play?.mine?.chances.left === 0
    return html`<section class="card wl wl-${props.style}"><h2 class="title">${say(props.title, locale)}</h2><div class="wl-stage"><svg class="wl-wheel" viewBox="0 0 300 300" style="transform:rotate(${turned.toFixed(2)}deg);transition-duration:${props.spinMs}ms" role="img" aria-label="${shown ? oddsInWords(shown.slots, scene) : scene.t('loading')}">${face(scene)}</svg><button type="button" class="wl-hub${isIdle ? ' wl-idle' : ''}" data-click="spin" aria-disabled="${String(busy)}">${say(props.buttonText, locale)}</button><div role="status">${receipt && result(receipt, scene)}</div></div><p class="wl-left">${chancesInWords(scene)}</p>${notice(scene)}${props.showOdds && terms(scene)}</section>`
  },
  act: {
    async spin({ props, state, set, host, scene }) {
      if (state().busy) return
      set({ busy: true, receipt: null })
      try {
        const receipt = await host.act('draw')
        if (!scene().play?.shown) await host.refresh()
        const slots = scene().play?.shown?.slots ?? []
        const index = slots.findIndex(({ id }) => id === drawnIn(receipt).slot)
        // An outcome that this page does not picture is told in words alone.
        if (index >= 0) {
          set({ turned: turnTo(restingAngle(receipt.id, index, slots.length), state().turned) })
          await new Promise((rest) => setTimeout(rest, matchMedia('(prefers-reduced-motion:reduce)').matches ? 0 : props.spinMs))
        }
        set({ receipt })
      } finally {
        set({ busy: false })
      }
    },
    take: ({ set }) => set({ receipt: null }),
  },
})

function drawnIn(receipt: Receipt): DrawResult {
  // The wheel shows lotteries only, and their one action answers so.
  return receipt.result as unknown as DrawResult
}

/** What the visitor may still do; empty while that is not known, or not the point. */
function chancesInWords(scene: WheelScene): string {
  const { t, play, locale, times: { timeZone } } = scene
  if (!isOpen(scene) || !play) return ''
  if (play.shown && play.shown.isSoldOut) return t('soldOut')
  if (!play.mine) return ''
  const { chances, nextAt } = play.mine
  if (chances.left) return t('left', { n: chances.left })
  if (nextAt === null || chances.inAll === 0) return t('spent')
  return t('used') + t('next', { at: new Date(nextAt).toLocaleString(locale, { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }) })
}

function result(receipt: Receipt, scene: WheelScene): Html {
  const { t, locale, asset } = scene
  const { granted } = drawnIn(receipt)
  const award = receipt.awards[0]
  const gift = granted && granted.give !== 'prize' ? t(granted.give, { n: granted.amount }) : ''
  const snapshot = award && award.snapshot
  const isWon = snapshot || gift
  return html`<div class="wl-card">${isWon && html`<i class="wl-fest" aria-hidden="true"></i>`}<p>${t(isWon ? 'won' : 'lost')}</p>${snapshot && snapshot.image ? html`<img src="${asset(snapshot.image, 192)}" alt="" width="72" height="72">` : html`<p class="wl-big" aria-hidden="true">${(snapshot && snapshot.icon) || (isWon ? '🎁' : '🍀')}</p>`}<h3>${snapshot ? say(snapshot.title as Words, locale) : gift || t('none')}</h3>${snapshot && gift && html`<p>${gift}</p>`}${award && award.code && html`<code>${award.code}</code>`}<button type="button" class="btn" data-click="take">${t('take')}</button></div>`
}

/** The published odds and rules, one tap away. */
function terms(scene: WheelScene): Html {
  const { t, play, locale } = scene
  const shown = play && play.shown
  const numbers = shown ? (['perDay', 'inAll'] as const).map((word) => (shown[word] ? t(word, { n: shown[word] }) : '')) : []
  return html`<details class="wl-odds"><summary>${t('odds')}</summary>${shown && html`<ul>${shown.slots.map((slot) => html`<li><span>${slot.tier && html`${say(slot.tier, locale)} `}${titleOf(slot, scene)}${slot.isSoldOut && html` (${t('gone')})`}</span><b>${percent(slot.oddsPpm, locale)}</b></li>`)}</ul><p class="muted">${t('each')}${numbers}${shown.winCapPerVisitor && t('cap', { n: shown.winCapPerVisitor })}${t(shown.outOfStock)}</p>`}</details>`
}
