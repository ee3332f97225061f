import { fromHsv, parseColour, toHsv, writeColour, type Colour } from './colour'

/** The least contrast that WCAG 2.2 asks of text (1.4.3, AA): of any text, and of large text (24 px, or 18.66 px bold) and of controls (1.4.11). */
export const leastContrast = { text: 4.5, large: 3 } as const

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance (with sRGB's own threshold of 0.04045). */
export function luminance({ r, g, b }: Colour): number {
  const linear = (value: number): number => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** What is seen of a colour on an opaque one. */
export function over(front: Colour, back: Colour): Colour {
  const mix = (top: number, below: number): number => top * front.a + below * (1 - front.a)
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 }
}

/** The contrast ratio of a colour on an opaque one, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrastOf(front: Colour, back: Colour): number {
  const [one, other] = [luminance(over(front, back)), luminance(back)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** The colours that a CSS background is made of: one, or the stops of its gradients. Empty where none can be read. */
export function coloursIn(background: string): Colour[] {
  const single = parseColour(background)
  if (single) return [single]
  const found = background.match(/#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]+\)|\b(?:white|black)\b/gi) ?? []
  return found.flatMap((text) => parseColour(text) ?? [])
}

/** The contrast of a text on the least favourable colour of what is behind it; null where one of them cannot be read. */
export function worstContrast(front: string, background: string): number | null {
  const colour = parseColour(front)
  const backs = coloursIn(background)
  return colour && backs.length ? Math.min(...backs.map((back) => contrastOf(colour, back))) : null
}

const steps = 64

/**
 * The colour nearest to `front` that reads on all of `background`: the same hue made darker or lighter, whichever takes
 * fewer steps. Null where nothing of that kind does, or where a colour cannot be read.
 */
export function nearestReadable(front: string, background: string, least: number = leastContrast.text): string | null {
  const colour = parseColour(front)
  if (!colour || coloursIn(background).length === 0) return null
  for (let step = 0; step <= steps; step++) {
    const found = [towards(colour, 'black', step / steps), towards(colour, 'white', step / steps)]
      .map(writeColour)
      .filter((one) => worstContrast(one, background)! >= least)
    if (found.length) return found.sort((one, other) => worstContrast(other, background)! - worstContrast(one, background)!)[0]!
  }
  return null
}

/** A colour on its way to black or white by its value and saturation, its hue kept; opaque, since text that shines through cannot be promised. */
function towards(colour: Colour, end: 'black' | 'white', share: number): Colour {
  const { h, s, v } = toHsv(colour)
  return end === 'black' ? fromHsv({ h, s, v: v * (1 - share), a: 1 }) : fromHsv({ h, s: s * (1 - share), v: v + (1 - v) * share, a: 1 })
}
