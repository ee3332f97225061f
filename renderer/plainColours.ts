import { parseColour } from '../schemas/colour'
import type { Theme } from '../schemas/page'
import { propertyOf, tokensOf } from '../widgets/themes'

const mixed = /color-mix\(in srgb, ?var\((--color-[a-z-]+)\) (\d{1,3})%, ?transparent\)/g

/**
 * HTML whose style attributes say `rgba()` where they mixed a colour of the theme with nothing: browsers before 2023 do not
 * know `color-mix`. What cannot be worked out stays as it is.
 */
export function plainColours(body: string, theme: Theme): string {
  if (!body.includes('color-mix(')) return body
  const colours = new Map(Object.entries(tokensOf(theme)).map(([token, value]) => [propertyOf(token), parseColour(value)]))
  const plain = (whole: string, property: string, share: string): string => {
    const colour = colours.get(property)
    return colour ? `rgba(${Math.round(colour.r)},${Math.round(colour.g)},${Math.round(colour.b)},${Math.round(colour.a * Number(share)) / 100})` : whole
  }
  return body.replace(/ style="[^"]*"/g, (style) => style.replace(mixed, plain))
}
