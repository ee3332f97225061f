import { speak, type Locale } from '../../schemas/words'
import type { Times } from '../host'
import type { Sample } from '../sample'
import type { AnyView } from '../view'

const startsAt = Date.parse('2026-01-05T00:00:00+08:00')

/** A sample as HTML, for tests: ten days into an activity in Shanghai, unless the sample says otherwise. */
export function drawSample(view: AnyView, props: unknown, sample: Sample, locale: Locale): string {
  const t = (key: string, values: { readonly [name: string]: string | number } = {}) =>
    Object.keys(values).reduce((text, name) => text.replace(`{${name}}`, String(values[name])), speak(view.words[key]!, locale))
  const times: Times = { now: startsAt + (sample.sinceStart ?? 10 * 86_400_000), startsAt, endsAt: startsAt + 30 * 86_400_000, offsets: [[0, 480]], phases: [] }
  const scene = {
    id: 'w',
    locale,
    t,
    times,
    play: sample.play ?? null,
    won: sample.won ?? null,
    trouble: sample.trouble ?? null,
    asset: (reference: string) => reference,
  }
  return view.html(props, { ...view.state?.(props), ...sample.state }, scene).text
}
