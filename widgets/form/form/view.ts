import { say } from '../../../schemas/words'
import type { Scene, Trouble } from '../../host'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { Gain } from '../../points/describeGrant'
import type { FormMine, FormShown, ShownField } from '../rules'
import type { SubmitResult } from '../submit'
import type { FormProps } from './spec'

const words = {
  ...noticeWords,
  optional: { zh: '选填', en: 'optional' },
  several: { zh: '可多选', en: 'choose any' },
  terms: { zh: '查看条款', en: 'Read the terms' },
  busy: { zh: '提交中…', en: 'Sending…' },
  left: { zh: '剩余 {n} 个名额', en: '{n} places left' },
  full: { zh: '名额已满', en: 'All places are taken' },
  again: { zh: '明天可以再来一次', en: 'You can come again tomorrow' },
  gain: { zh: '{what} +{n}', en: '+{n} {what}' },
  missed: { zh: '奖励已发完', en: 'Rewards have run out' },
  open: { zh: '打开链接', en: 'Open the link' },
} as const

export interface FormState {
  readonly busy: boolean
  /** What the receipt said; the server's view of it follows a moment later. */
  readonly last: SubmitResult | null
}

type FormScene = Scene<FormShown, FormMine, keyof typeof words>

/** The questions of a form until they are answered, then what comes of it. What is typed lives in the page's own fields. */
export const formView = view<FormProps, FormState, FormShown, FormMine>()({
  words,
  state: () => ({ busy: false, last: null }),
  html({ title, intro, button, thanks }, { busy, last }, scene) {
    const { t, locale, play } = scene
    const shown = play && play.shown
    const mine = play && play.mine
    const reveal = last ? last.reveal : mine && mine.reveal
    const isFull = shown && shown.left === 0
    const isShut = isFull || !play || play.status === 'offline' || (play.status === 'ready' && play.stage !== 'running')
    const promise = shown && shown.reward ? ` · ${gain(shown.reward)}` : ''
    const given =
      reveal &&
      html`<p>${say(reveal.text, locale)}</p>${reveal.link && html`<p><a class="btn" href="${reveal.link}" target="_blank" rel="noopener">${reveal.button ? say(reveal.button, locale) : t('open')}</a></p>`}`
    const done = html`<div class="fm-done" role="status" tabindex="-1"><i aria-hidden="true">✓</i><h3>${say(thanks, locale)}</h3>${last && last.gained && html`<b class="fm-got">${gain(last.gained)}</b>`}${last && last.missed && html`<p class="muted">${t('missed')}</p>`}${shown && shown.every === 'day' && html`<p class="muted">${t('again')}</p>`}${given}</div>`
    const ask = html`<form data-submit="send" novalidate><fieldset class="fm" ${isShut && 'disabled'}>${shown && shown.fields.map((field) => ask1(field, scene))}<input type="submit" class="btn fm-go" value="${busy ? t('busy') : isFull ? t('full') : say(button, locale) + promise}"></fieldset></form>${!isFull && notice(scene)}${given}`
    return html`<section class="card"><h2 class="title">${say(title, locale)}</h2>${last || (mine && mine.done) ? done : html`<p class="muted">${say(intro, locale)} ${shown && shown.left ? t('left', { n: shown.left }) : ''}</p>${ask}`}</section>`

    function gain({ give, title: what, min, max }: Gain): string {
      return give === 'prize' ? say(what, locale) : t('gain', { n: max > min ? `${min}–${max}` : min, what: say(what, locale) })
    }
  },
  act: {
    async send({ state, set, host, scene, element }) {
      if (state().busy) return
      const typed = new FormData(element.querySelector('form')!)
      const answers: { [field: string]: string[] } = {}
      // Nothing but files is no text, and no field takes any.
      scene().play!.shown!.fields.forEach(({ id }) => (answers[id] = typed.getAll(id) as string[]))
      set({ busy: true })
      try {
        const { result } = await host.act('submit', { answers })
        set({ last: result as unknown as SubmitResult })
        element.querySelector<HTMLElement>('.fm-done')!.focus()
      } finally {
        set({ busy: false })
        // What is wrong is marked when this act has failed, which is a moment later.
        setTimeout(() => {
          const wrong = element.querySelector<HTMLElement>('.fm-bad input,.fm-bad textarea')
          if (wrong) wrong.focus()
        })
      }
    },
  },
})

function faultOf({ id }: ShownField, trouble: Trouble | null): string {
  const found = ((trouble && trouble.problems) || []).filter(({ path }) => path === `/input/answers/${id}`)[0]
  return found ? found.message : ''
}

function ask1(field: ShownField, { id: widget, t, locale, trouble }: FormScene): Html {
  const { id, type, label, required, long, max, several, options, link } = field
  const fault = faultOf(field, trouble)
  const name = `${widget}-${id}`
  const note = [required ? '' : t('optional'), several && t('several')].filter(Boolean).join(' · ')
  const head = html`${say(label, locale)}<small>${note}</small><em>${fault}</em>`
  const look = `fm-f${fault && ' fm-bad'}`
  const pick = (kind: string, value: string | number, face: string | Html) =>
    html`<label class="fm-o"><input type="${kind}" name="${id}" value="${value}"><span>${face}</span></label>`
  if (type === 'consent')
    return html`<div class="${look} fm-yes" data-key="${id}">${pick('checkbox', 'yes', head)}${link && html`<a class="link" href="${link}" target="_blank" rel="noopener">${t('terms')}</a>`}</div>`
  if (type === 'choice')
    return html`<fieldset class="${look}" data-key="${id}"><legend>${head}</legend>${options.map((option) => pick(several ? 'checkbox' : 'radio', option.id, say(option.text, locale)))}</fieldset>`
  if (type === 'rating')
    return html`<fieldset class="${look} fm-rate" data-key="${id}"><legend>${head}</legend>${Array.from({ length: max }, (_, i) => html`<input type="radio" name="${id}" value="${i + 1}" aria-label="${i + 1}">`)}</fieldset>`
  const rest = html`id="${name}" name="${id}" ${required && 'required'} aria-invalid="${String(!!fault)}"`
  const kind = type === 'phone' ? 'tel' : type
  return html`<div class="${look}" data-key="${id}"><label for="${name}">${head}</label>${long ? html`<textarea rows="3" maxlength="${max}" ${rest}></textarea>` : html`<input type="${kind}" maxlength="${max || 254}" autocomplete="${kind === 'text' ? 'on' : kind}" ${rest}>`}</div>`
}
