import { kit, parts, views } from 'virtual:festoon-phone'
import { describe, expect, it } from 'vitest'
import { assetAddress } from '../renderer/assetAddress'
import type { Boot } from '../renderer/boot'
import type { Phone } from '../renderer/kit/phone'
import { viewOf, viewTypes } from '../renderer/registry'
import { renderPage } from '../renderer/renderPage'
import { timesOf } from '../renderer/timesOf'
import { textsOf, translator } from '../renderer/translate'
import { locales, type Locale } from '../schemas/words'
import type { Scene } from '../widgets/host'
import type { Sample } from '../widgets/sample'
import { samples } from '../widgets/samples'
import { isAwake } from '../widgets/view'
import { standard } from './fiveWidgets'
import { page, testRules, testWish } from './renderWorld'

/** Phones draw all that are awake, but those that rest. */
const awake = viewTypes().filter((type) => isAwake(viewOf(type)!) && !viewOf(type)!.rests)

/** What a page with one such widget brings to a phone: the kit with the view in it, and the boot record. */
function phoneOf(type: string, locale: Locale): { phone: Phone; boot: Boot } {
  const { html, files } = renderPage(page(standard(type, 'n', { play: 'p' })), testWish({ locale }))
  const script = /<script>([^]*)<\/script>/.exec(html)![1]!
  const evaluate = (code: string): unknown => new Function('document', 'addEventListener', code)({ addEventListener() {} }, () => {})
  const [phone, boot] = evaluate(`return ${script.replace(/\nF\.start\(([^]*)\)\}\)\(\)$/, '\nreturn [F,$1]})()')}`) as [Phone, Boot]
  for (const { body } of files) (evaluate(`return ${body.replace('export default ', '')}`) as (phone: Phone, boot: Boot) => void)(phone, boot)
  return { phone, boot }
}

function sceneOf({ play, won = null, trouble = null, sinceStart = 0 }: Partial<Sample>, locale: Locale, t: Scene['t']): Scene {
  const times = timesOf(testRules().schedule)
  return {
    id: 'n',
    locale,
    t,
    play: play ?? null,
    won,
    trouble,
    times: { ...times, now: sinceStart === null ? null : times.startsAt + sinceStart },
    asset: assetAddress,
  }
}

describe.each(awake)('the phone’s script of %s', (type) => {
  it.each(locales)('draws every state as its source does, in %s', (locale) => {
    const { phone, boot } = phoneOf(type, locale)
    const view = viewOf(type)!
    const { props } = standard(type, 'n')
    for (const sample of [{}, ...(samples[type] ?? [])] as Partial<Sample>[]) {
      const state = { ...view.state?.(props), ...sample.state }
      const fromPhone = phone.v[type]!.html(boot.nodes['n']!.props, state, sceneOf(sample, locale, translator({ ...boot.words, ...boot.texts[type] }))).text
      expect(fromPhone, sample.name).toBe(view.html(props, state, sceneOf(sample, locale, translator(textsOf(view, locale)))).text)
    }
  })
})

it.each(Object.entries({ kit, ...parts, ...views }))(
  'the script of %s asks for none of the browser’s formatters, which cost a phone more than all else on its page',
  (_name, code) => {
    expect(code).not.toMatch(/\bIntl\b|\.toLocale\w*String\b/)
  },
)
