import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHsv, parseColour, toHsv, writeColour } from './colour'
import { coloursIn, contrastOf, nearestReadable, worstContrast } from './contrast'

const seed = 20_260_107
const channel = fc.integer({ min: 0, max: 255 })
const anyColour = fc.record({ r: channel, g: channel, b: channel, a: fc.constant(1) })
const colour = (text: string) => parseColour(text)!

describe('a colour', () => {
  it('is read in the forms that people write', () => {
    expect(['#f00', '#ff0000', 'rgb(255, 0, 0)', 'rgb(100% 0% 0%)', 'hsl(0, 100%, 50%)'].map((text) => writeColour(colour(text)))).toEqual(
      Array(5).fill('#ff0000'),
    )
    expect(['#ff000080', 'rgba(255,0,0,.5)', 'hsl(0 100% 50% / 50%)'].map((text) => writeColour(colour(text)))).toEqual(Array(3).fill('#ff000080'))
  })
  it('is null where it cannot be read', () => {
    expect(['', 'red;', '#12', 'var(--color-text)', 'rgb(1,2)', 'rgb(a,b,c)', 'linear-gradient(red, blue)'].map(parseColour)).toEqual(Array(7).fill(null))
  })
  it(`comes back from text and from hue, saturation and value (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyColour, (one) => {
        expect(parseColour(writeColour(one))).toEqual(one)
        expect(writeColour(fromHsv(toHsv(one)))).toBe(writeColour(one))
      }),
      { seed },
    )
  })
})

describe('contrast', () => {
  it('goes from 1 for the same colour to 21 for black on white', () => {
    expect(contrastOf(colour('#777'), colour('#777'))).toBe(1)
    expect(contrastOf(colour('#000'), colour('#fff'))).toBeCloseTo(21, 5)
  })
  it('agrees with known values', () => {
    expect(contrastOf(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2)
    expect(contrastOf(colour('#777777'), colour('#ffffff'))).toBeCloseTo(4.48, 2)
  })
  it('takes a text that shines through for what is seen of it', () => {
    expect(worstContrast('rgba(0,0,0,.5)', '#fff')).toBeCloseTo(contrastOf(colour('#808080'), colour('#fff')), 1)
  })
  it('is that of the worst stop of a gradient', () => {
    expect(coloursIn('linear-gradient(#fff, rgba(0, 0, 0, 1) 60%)')).toHaveLength(2)
    expect(worstContrast('#ffffff', 'linear-gradient(#000, #888)')).toBe(worstContrast('#ffffff', '#888'))
    expect(worstContrast('#fff', 'var(--color-page)')).toBe(null)
  })
  it(`is mended by a colour that reads, of the same hue (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyColour, anyColour, (front, back) => {
        const mended = nearestReadable(writeColour(front), writeColour(back))
        expect(worstContrast(mended!, writeColour(back))).toBeGreaterThanOrEqual(4.5)
      }),
      { seed },
    )
  })
  it('leaves alone what reads already', () => {
    expect(nearestReadable('#123456', '#ffffff')).toBe('#123456')
  })
})
