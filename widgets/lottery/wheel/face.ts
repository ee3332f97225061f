import { say, type Locale } from '../../../schemas/words'
import type { Scene } from '../../host'
import { html, type Html } from '../../html'
import type { LotteryMine, LotteryShown, ShownSlot } from '../shown'
import type { WheelWord } from './words'

export type WheelScene = Scene<LotteryShown, LotteryMine, WheelWord>

/** Slices that stand in the place of the real ones until they are known. */
const blank: ShownSlot = { id: '', title: '', tier: null, icon: '', image: null, oddsPpm: 0, wins: false, isSoldOut: false, capPerVisitor: null }
const blanks = [blank, blank, blank, blank, blank, blank, blank, blank]

/** What an outcome is called. */
export function titleOf({ title, wins }: ShownSlot, { t, locale }: Pick<WheelScene, 't' | 'locale'>): string {
  return title === null ? t(wins ? 'comfort' : 'none') : say(title, locale)
}

/** Odds as people read them: 10,000 ppm is 1%. */
export function percent(ppm: number, locale: Locale): string {
  return (ppm / 1e6).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 4 })
}

/** All outcomes with their odds, for who does not see the wheel. */
export function oddsInWords(slots: readonly ShownSlot[], scene: WheelScene): string {
  return slots.map((slot) => `${titleOf(slot, scene)} ${percent(slot.oddsPpm, scene.locale)}`).join(', ')
}

/** The picture of the wheel in 300 × 300 units: equal slices, the first one centred at the top. */
export function face(scene: WheelScene): Html {
  const slots = scene.play?.shown?.slots ?? blanks
  const half = Math.PI / slots.length
  const x = 130 * Math.sin(half)
  const y = (150 - 130 * Math.cos(half)).toFixed(1)
  const wedge = `M150 150L${(150 - x).toFixed(1)} ${y}A130 130 0 0 1 ${(150 + x).toFixed(1)} ${y}Z`
  // As many half-width letters as fit where the words stand.
  const room = Math.min(16, Math.floor((x * 1.7) / 6.3))
  return html`<circle class="wl-rim" cx="150" cy="150" r="140"/><circle class="wl-lamps" cx="150" cy="150" r="140" pathLength="36"/><circle class="wl-disc" cx="150" cy="150" r="130"/>${slots.map((slot, i) => html`<g class="wl-s${i % 2 || (i && i === slots.length - 1 ? 2 : 0)}${slot.isSoldOut ? ' wl-gone' : ''}" transform="rotate(${((360 * i) / slots.length).toFixed(2)} 150 150)"><path d="${wedge}"/>${label(slot, room, scene)}</g>`)}`
}

function label(slot: ShownSlot, room: number, scene: WheelScene): Html {
  const { tier, image, wins } = slot
  const [first, second] = tier ? [say(tier, scene.locale), titleOf(slot, scene)] : fold(titleOf(slot, scene), room)
  const icon = slot.icon ?? (wins ? '🎁' : '🍀')
  return html`<text class="wl-t" y="45">${cut(first, room)}</text><text y="60">${slot.isSoldOut ? scene.t('gone') : cut(second, room - 1)}</text>${image ? html`<image href="${scene.asset(image, 96)}" x="133" y="66" width="34" height="34"/>` : html`<text class="wl-i" y="93">${icon}</text>`}`
}

/** Chinese letters are twice as wide as Latin ones. */
function width(text: string): number {
  return text.replace(/[^\x00-\xff]/g, '  ').length
}

function cut(text: string, room: number): string {
  if (width(text) <= room) return text
  let kept = Array.from(text)
  while (width(kept.join('')) > room - 1) kept = kept.slice(0, -1)
  return `${kept.join('').trim()}…`
}

/** A title in two lines, where one is too short for it: broken at a blank, else where the first line is full. */
function fold(title: string, room: number): readonly [string, string] {
  if (width(title) <= room) return [title, '']
  let at = title.length
  while (width(title.slice(0, at)) > room) at--
  const blankAt = title.lastIndexOf(' ', at)
  const end = blankAt > 0 ? blankAt : at
  return [title.slice(0, end), title.slice(end).trim()]
}
