import { expect, it } from 'vitest'
import { gradientCss } from '../../../widgets/content/boxStyle'
import { themePresets } from '../../../widgets/themes'
import { gradientOf, pxOf, shadowOf, shadowToken } from './tokenValues'

it.each(Object.entries(themePresets))('every token of %s has a control that understands it', (_name, { tokens }) => {
  expect(gradientOf(tokens['color.backdrop'])).not.toBe(null)
  expect(shadowOf(tokens['shadow.card'])).not.toBe(null)
  for (const name of ['radius.card', 'radius.control', 'space.gap'] as const) expect(pxOf(tokens[name])).not.toBe(null)
})
it('a gradient is taken apart and put together', () => {
  const gradient = gradientOf('linear-gradient(#cf2338, #a8131f 60%, #7d0a16)')!
  expect(gradient).toEqual({
    kind: 'linear',
    angle: 180,
    stops: [
      { colour: '#cf2338', at: 0 },
      { colour: '#a8131f', at: 60 },
      { colour: '#7d0a16', at: 100 },
    ],
  })
  expect(gradientOf(gradientCss(gradient))).toEqual(gradient)
  expect(gradientOf('radial-gradient(circle,rgba(0, 0, 0, .5),#fff,#000)')?.stops.map(({ at }) => at)).toEqual([0, 50, 100])
})
it('a shadow is taken apart and put together', () => {
  const shadow = shadowOf('0 6px 20px rgba(80, 0, 10, .25)')!
  expect(shadow).toEqual({ x: 0, y: 6, blur: 20, colour: '#50000a40' })
  expect(shadowOf(shadowToken(shadow)!)).toEqual(shadow)
})
it('what is more elaborate is left alone', () => {
  expect(['none', 'inset 0 0 2px #000', '0 0 1px #000, 0 0 2px #000', ''].map(shadowOf)).toEqual([null, null, null, null])
  expect(['none', 'url(x)', 'linear-gradient(to right, #000, #fff)', 'linear-gradient(#000)'].map(gradientOf)).toEqual([null, null, null, null])
  expect(['50%', '1em', ''].map(pxOf)).toEqual([null, null, null])
})
