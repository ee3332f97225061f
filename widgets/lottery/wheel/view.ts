import type { Receipt as AnyReceipt } from '../../../schemas/play'
import { say, type Words } from '../../../schemas/words'
import { dayText, timeText } from '../../clock'
import type { Scene } from '../../host'
import { html, type Html } from '../../html'
import { isOpen, notice } from '../../notice'
import { view } from '../../view'
import type { DrawResult } from '../draw'
import type { LotteryMine, LotteryShown, ShownSlot } from '../shown'
import type { WheelProps } from './spec'
import { turnTo } from './turn'
import { wheelWords, type WheelWord } from './words'

/** The wheel shows lotteries only, and their one action answers so. */
type Receipt = AnyReceipt & { readonly result: DrawResult }

export interface WheelState {
  /** Asking the server, or turning to where it said. */
  readonly busy: boolean
  /** Degrees turned so far. */
  readonly turned: number
  /** The answer, once the wheel has come to rest. */
  readonly receipt: Receipt | null
}

type WheelScene = Scene<LotteryShown, LotteryMine, WheelWord>

/** The wheel: a picture of what can be won, and one act. It turns only after the server has answered, and where it stops is a function of the receipt alone. */
export const lotteryWheelView = view<WheelProps, WheelState, LotteryShown, LotteryMine>()({
  words: wheelWords,
  state: () => ({ busy: false, turned: 0, receipt: null }),
  html: (props, { busy, turned, receipt }, scene) =>
    html`<section class="card wl wl-${props.style}"><h2 class="title">${say(props.title, scene.locale)}</h2><div class="wl-box">${disc(props, turned, scene)}${hub(props, busy, scene)}<div role="status">${receipt && card(receipt, scene)}</div></div>${line(props, scene)}${props.showOdds && terms(scene)}</section>`,
  act: {
    async spin({ props, state, set, host, scene, element }) {
      if (state().busy) return
      set({ busy: true, receipt: null })
      // Tapped at the edge of the screen it would turn out of sight.
      element.scrollIntoView({ behavior: 'smooth', block: 'nearest' })
      try {
        const receipt = (await host.act('draw')) as Receipt
        const slots = slicesOf(scene())
        const drawn = slots.findIndex(({ id }) => id === receipt.result.slot)
        // An outcome that this page does not picture is told in words alone.
        if (drawn >= 0) {
          set({ turned: turnTo(state().turned, receipt.id, drawn, slots.length) })
          if (!matchMedia('(prefers-reduced-motion:reduce)').matches) await new Promise((rest) => setTimeout(rest, props.spinMs))
        }
        set({ receipt })
      } finally {
        set({ busy: false })
      }
    },
    take({ set, element }) {
      set({ receipt: null })
      element.querySelector('button')!.focus()
    },
  },
})

/** What stands on the wheel. Two or three outcomes make none: they stand there twice. */
function slicesOf({ play }: WheelScene): readonly ShownSlot[] {
  const slots = (play && play.shown && play.shown.slots) || []
  return slots.length < 4 ? slots.concat(slots) : slots
}

function nameOf({ title, tier, wins }: ShownSlot, { t, locale }: WheelScene): Html {
  return html`${tier && html`<b>${say(tier, locale)}</b> `}${title === null ? t(wins ? 'comfort' : 'none') : say(title, locale)}`
}

/** Millionths have at most four decimals as per cent, and both our languages write those alike. */
function oddsOf({ oddsPpm, isSoldOut }: ShownSlot, { t }: WheelScene): string {
  return `${oddsPpm / 1e4}%${isSoldOut ? ` (${t('gone')})` : ''}`
}

/** Until the slices are known their places are blank, eight of them. */
function disc({ spinMs }: WheelProps, turned: number, scene: WheelScene): Html {
  const slices = slicesOf(scene)
  const count = slices.length || 8
  return html`<ul class="wl-disc" style="--n:${count};transform:rotate(${turned}deg);transition-duration:${spinMs}ms">${slices.map((slot, i) => html`<li style="transform:rotate(${(360 * i) / count}deg)" class="${slot.isSoldOut && 'wl-off'}" ${slices.indexOf(slot) < i && html`aria-hidden="true"`}><p>${nameOf(slot, scene)}</p>${picture(slot, slot.wins, scene)}</li>`)}</ul>`
}

/** It looks spent where a draw would be refused, yet asks: the server's answer says why, and may be newer than this page. */
function hub({ buttonText }: WheelProps, busy: boolean, scene: WheelScene): Html {
  const { play, locale } = scene
  const canDraw = isOpen(scene) && play!.mine && play!.mine.chances.left && play!.shown && !play!.shown.isSoldOut
  return html`<button type="button" class="wl-hub ${!canDraw && 'wl-off'}" data-click="spin" aria-disabled="${String(busy)}">${say(buttonText, locale)}</button>`
}

function picture({ image, icon }: { readonly image?: string | null; readonly icon?: string | null }, wins: boolean, { asset }: WheelScene): Html {
  return image ? html`<img src="${asset(image, 96)}" alt="" width="32" height="32">` : html`<i aria-hidden="true">${icon || (wins ? '🎁' : '🍀')}</i>`
}

/** What an open play still holds for the visitor, else why it holds nothing. */
function line({ soldOut }: WheelProps, scene: WheelScene): Html {
  const { play, trouble, locale } = scene
  const isGone = play && play.shown && play.shown.isSoldOut
  if (!isOpen(scene) || (trouble && !isGone)) return notice(scene)
  return html`<p class="notice" role="status"><b>${isGone ? say(soldOut, locale) : play!.mine && chances(play!.mine, scene)}</b></p>`
}

function chances({ chances: { left, inAll }, nextAt }: LotteryMine, { t, locale, times }: WheelScene): string {
  if (left) return t('left', { n: left })
  return !nextAt || inAll === 0 ? t('spent') : t('next', { at: `${dayText(nextAt, times, locale)} ${timeText(nextAt, times)}` })
}

function card(receipt: Receipt, scene: WheelScene): Html {
  const { t, locale, play } = scene
  const { granted } = receipt.result
  const shown = play && play.shown
  const [award] = receipt.awards
  const prize = award && award.snapshot
  // Chances have no unit: a lottery is no account.
  const unit = shown && granted && granted.give !== 'prize' && shown.units[granted.play]
  const gift = granted && granted.give !== 'prize' && (unit ? `${granted.amount} ${say(unit, locale)}` : t(granted.give, { n: granted.amount }))
  const wins = !!(prize || gift)
  return html`<div class="wl-card${wins && ' wl-won'}"><p>${t(wins ? 'won' : 'lost')}</p>${picture(prize || {}, wins, scene)}<h3>${prize ? say(prize.title as Words, locale) : gift || t('none')}</h3><p>${prize && gift}${award && award.code}</p><button type="button" class="btn" data-click="take" data-escape>${t('take')}</button></div>`
}

/** The published odds and rules, one tap away. */
function terms(scene: WheelScene): Html {
  const { t, play } = scene
  const shown = play && play.shown
  return html`<details><summary>${t('odds')}</summary>${shown && html`${shown.slots.map((slot) => html`<p>${nameOf(slot, scene)} ${oddsOf(slot, scene)}</p>`)}<p>${(['perDay', 'inAll', 'winCapPerVisitor'] as const).map((limit) => (shown[limit] ? t(limit, { n: shown[limit] }) : ''))}${t(shown.outOfStock)}</p>`}</details>`
}
