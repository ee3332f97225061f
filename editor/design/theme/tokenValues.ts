import { parseColour, writeColour } from '../../../schemas/colour'
import type { Gradient, Shadow } from '../../../widgets/content/boxStyle'
import { gradientCss, shadowCss } from '../../../widgets/content/boxStyle'

type OwnShadow = Exclude<Shadow, string>

/** The px of a token such as `16px`; null for any other text. */
export function pxOf(token: string): number | null {
  const [, px] = /^(\d+(?:\.\d+)?)px$/.exec(token.trim()) ?? []
  return px === undefined ? null : Number(px)
}

/** Splits at commas or blanks outside of brackets. */
function split(text: string, at: ',' | ' '): string[] {
  const found = text.match(at === ',' ? /(?:[^,()]|\([^()]*\))+/g : /(?:[^\s()]|\([^()]*\))+/g)
  return (found ?? []).map((part) => part.trim()).filter(Boolean)
}

function hexOf(text: string): string {
  const colour = parseColour(text)
  return colour ? writeColour(colour) : text
}

/** A shadow written as CSS, taken apart; null for several, for inner ones, and for what is no shadow. */
export function shadowOf(token: string): OwnShadow | null {
  if (split(token, ',').length !== 1) return null
  const parts = split(token, ' ')
  const lengths = parts.filter((part) => /^-?[\d.]+(px)?$/.test(part)).map(parseFloat)
  const [colour, ...more] = parts.filter((part) => !/^-?[\d.]+(px)?$/.test(part))
  const [x, y, blur = 0, spread] = lengths
  if (x === undefined || y === undefined || colour === undefined || more.length) return null
  return { x, y, blur, ...(spread ? { spread } : {}), colour: hexOf(colour) }
}

export function shadowToken(shadow: Shadow | undefined): string | undefined {
  return shadow === undefined ? undefined : shadowCss(shadow)
}

/** A linear or round gradient written as CSS, taken apart; null for anything more elaborate. Stops without a place are spread evenly. */
export function gradientOf(token: string): Gradient | null {
  const [, kind, inside] = /^(linear|radial)-gradient\((.*)\)$/.exec(token.trim()) ?? []
  if (!inside) return null
  const parts = split(inside, ',')
  const lead = /^(-?[\d.]+)deg$|^circle$/.exec(parts[0] ?? '')
  const stops = (lead ? parts.slice(1) : parts).map((part) => split(part, ' '))
  if (
    stops.length < 2 ||
    stops.some(([colour, at, ...more]) => parseColour(colour ?? '') === null || more.length || (at !== undefined && !/^[\d.]+%$/.test(at)))
  )
    return null
  const places = evenly(stops.map(([, at]) => (at === undefined ? null : parseFloat(at))))
  const angle = kind === 'radial' ? {} : { angle: Math.round(Number(lead?.[1] ?? 180)) }
  return { kind: kind as Gradient['kind'], ...angle, stops: stops.map(([colour], i) => ({ colour: hexOf(colour!), at: places[i]! })) }
}

export function gradientToken(gradient: Gradient | undefined): string {
  return gradient ? gradientCss(gradient) : 'none'
}

/** The places of stops in per cent, with those not given put evenly between their neighbours. */
function evenly(given: readonly (number | null)[]): number[] {
  const last = given.length - 1
  const known = given.map((at, i) => at ?? (i === 0 ? 0 : i === last ? 100 : null))
  return known.map((at, i) => {
    if (at !== null) return at
    const before = known.findLastIndex((one, j) => j < i && one !== null)
    const after = known.findIndex((one, j) => j > i && one !== null)
    const [from, to] = [known[before]!, known[after]!]
    return Math.round(from + ((to - from) * (i - before)) / (after - before))
  })
}
